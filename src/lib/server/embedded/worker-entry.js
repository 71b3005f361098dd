// Worker threads do not inherit tsx's loader on Node 20, so each registers it for itself before loading TypeScript.
import { register } from 'tsx/esm/api';

register();
await import(new URL('./worker.ts', import.meta.url).href);
