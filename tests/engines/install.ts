import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { root } from '../../src/cli/prepare.js';

/**
 * Old engines as npm packages carry them: chrome-aws-lambda packs Chromium for Linux on x64, compressed. The hash is of
 * the program once it is unpacked: nothing else is ever run.
 */
export const OLD_ENGINES = [
  {
    chromium: 70,
    version: '1.7.0',
    sha256: 'abdc06b15787284e289565a02442e1bcb22215ab75bca513922bfa4dd2e9fa89'
  },
  {
    chromium: 79,
    version: '2.0.2',
    sha256: '9c196bae5eaf4e930f5eafe37010a83f1f15f1f368a5eee1ea80f13d5fee1f75'
  },
  {
    chromium: 88,
    version: '5.5.0',
    sha256: 'cef8fb4eb5e41b149838bd37619392d7c9f03bc7f7b0f8327d8af7deb674c037'
  }
];

const CACHE = join(root, 'node_modules/.cache/old-engines');

/**
 * Installs an engine in a folder of its own, unless it is there.
 *
 * @returns the program, and the libraries it was packed with
 * @throws when it cannot be fetched, or is not what it was
 */
export async function installEngine({ version, sha256 }: (typeof OLD_ENGINES)[number]) {
  const folder = join(CACHE, version);
  const binary = join(folder, 'chromium');
  if (!existsSync(binary)) await unpack(folder, binary, version);
  const found = createHash('sha256')
    .update(await readFile(binary))
    .digest('hex');
  if (found === sha256) return { binary, libraries: join(folder, 'lib') };
  await rm(binary);
  throw new Error(
    `The Chromium of chrome-aws-lambda ${version} is not the one we know: its sha256 is ${found}.`
  );
}

async function unpack(folder: string, binary: string, version: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  const install = [
    'install',
    '--ignore-scripts',
    '--legacy-peer-deps',
    '--no-audit',
    '--no-fund',
    '--no-save'
  ];
  run('npm', [...install, '--prefix', folder, `chrome-aws-lambda@${version}`]);
  const packed = join(folder, 'node_modules/chrome-aws-lambda/bin');
  for (const name of await readdir(packed)) {
    const bytes = brotliDecompressSync(await readFile(join(packed, name)));
    if (name === 'aws.tar.br') {
      await writeFile(join(folder, 'aws.tar'), bytes);
      run('tar', ['-xf', join(folder, 'aws.tar'), '-C', folder]);
    }
    if (!name.startsWith('chromium')) continue;
    await writeFile(`${binary}.new`, bytes);
    await chmod(`${binary}.new`, 0o755);
    await rename(`${binary}.new`, binary);
  }
  await rm(join(folder, 'node_modules'), { recursive: true, force: true });
}

function run(command: string, args: string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed:\n${stderr}`);
}
