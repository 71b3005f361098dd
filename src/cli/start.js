// npm start: from a fresh clone to a running server.
import { ensureBuilt, ensureInstalled, fail, say } from './prepare.js';

ensureInstalled();
await refuseDataInUse();
ensureBuilt();

if (process.argv.includes('--empty')) process.env.EMPTY = 'true';
const host = process.env.HOST || '127.0.0.1';
const port = Number(process.env.PORT || 3000);
if (!Number.isInteger(port) || port < 0 || port > 65535)
  fail(`PORT must be a number from 0 to 65535, not ${process.env.PORT}.`);

const { serve } = await import('./serve.js');
try {
  const { url } = await serve({ host, port, trustProxy: process.env.TRUST_PROXY === 'true' });
  say(`\nVis-à-vis is running.\n  Home  ${url}/\n  Wall  ${url}/wall`);
  if (!process.env.SUPABASE_URL && process.env.EMPTY !== 'true') await sayDemo();
  say('\nCtrl-C stops it.');
} catch (thrown) {
  const error = /** @type {NodeJS.ErrnoException} */ (thrown);
  fail(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is taken. Choose another one: PORT=3001 npm start`
      : error.message
  );
}

/** Asked before building: a new build would pull the files from under the server that is running. */
async function refuseDataInUse() {
  if (process.env.SUPABASE_URL) return;
  const { tsImport } = await import('tsx/esm/api');
  const { lockDirectory } = await tsImport('../lib/server/embedded/lock.ts', import.meta.url);
  try {
    const release = await lockDirectory(process.env.DATA_DIR || '.data');
    await release();
  } catch (error) {
    fail(/** @type {Error} */ (error).message);
  }
}

async function sayDemo() {
  const { tsImport } = await import('tsx/esm/api');
  const { CAST, DEMO_PASSWORD } = await tsImport('../lib/demo/company.ts', import.meta.url);
  const roles = new Map();
  for (const { role, email, left } of Object.values(CAST))
    if (!left && !roles.has(role)) roles.set(role, email);
  say(`\nDemo company, password ${DEMO_PASSWORD}`);
  for (const [role, email] of roles) say(`  ${role.padEnd(11)} ${email}`);
}
