import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** The project's own folder, found the same way from the sources and from the bundled server. */
export const PROJECT_ROOT = dirname(createRequire(import.meta.url).resolve('#project'));
