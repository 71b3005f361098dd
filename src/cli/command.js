// npm run tag | redact | import | ...: installs what is missing, then runs the command of that name.
import { ensureInstalled, root } from './prepare.js';
import { pathToFileURL } from 'node:url';

const [name = '', ...args] = process.argv.slice(2);
const file = name.startsWith('bench:') ? `bench/${name.slice('bench:'.length)}.ts` : `src/cli/${name}.ts`;

ensureInstalled();
const { tsImport } = await import('tsx/esm/api');
const command = await tsImport(`./${file}`, pathToFileURL(`${root}/`).href);
process.exitCode = await command.run(args);
