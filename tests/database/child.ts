/**
 * Another process, for the tests of what two processes may do to one data directory:
 * `lock <directory>` takes it when told to on stdin and keeps it, `write <directory> <from>` acknowledges every row it
 * inserts until it is killed.
 */
import { once } from 'node:events';
import { openEmbedded } from '../../src/lib/server/embedded/embedded';
import { lockDirectory } from '../../src/lib/server/embedded/lock';

const [task, directory = '', from = '0'] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

if (task === 'lock') {
  say('ready');
  await once(process.stdin, 'data');
  await lockDirectory(directory).then(
    () => say('mine'),
    (error: Error) => say(error.message)
  );
  await once(process.stdin, 'end');
} else {
  const { query } = await openEmbedded({ directory, migrations: [] });
  await query('create table if not exists public.acknowledged (n integer primary key)');
  for (let n = Number(from); ; n++) {
    await query('insert into public.acknowledged (n) values ($1)', [n]);
    say(`${n}`);
  }
}
