import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childrenOf } from './fanout-usage';

const MODULES = ['/usr/lib/nginx/modules', '/usr/lib64/nginx/modules', '/usr/share/nginx/modules'];
const NGINX = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx'];

/** nginx with its module nchan, which does nothing but pass messages on to event streams. */
export interface Nchan {
  /** Where a stream is opened. */
  url: string;
  publish(message: string): Promise<void>;
  /** The process and its worker. */
  pids(): number[];
  dispose(): Promise<void>;
}

/** Starts one with one worker, or says why there is none. */
export async function startNchan(port: number): Promise<Nchan | string> {
  const binary = NGINX.find(existsSync) ?? install() ?? NGINX.find(existsSync);
  const module = MODULES.map((folder) => `${folder}/ngx_nchan_module.so`).find(existsSync);
  if (!binary || !module) return 'nginx with libnginx-mod-nchan is not here and could not be installed';
  const folder = await mkdtemp(join(tmpdir(), 'nchan-'));
  await mkdir(join(folder, 'temporary'));
  await writeFile(join(folder, 'nginx.conf'), configuration(folder, module, port));
  const child = spawn(
    binary,
    ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')],
    {
      stdio: ['ignore', 2, 2]
    }
  );
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 50 && !(await isUp(`${url}/up`)); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    url: `${url}/stream`,
    async publish(message) {
      const response = await fetch(`${url}/publish`, { method: 'POST', body: message });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`nchan answers ${response.status}`);
    },
    pids: () => (child.pid ? [child.pid, ...childrenOf(child.pid)] : []),
    dispose: async () => {
      await new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      });
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** Debian's packages, where we may; without starting the server they come with. */
function install(): undefined {
  if (process.getuid?.() !== 0) return;
  spawnSync('apt-get', ['install', '-y', '-qq', 'nginx-light', 'libnginx-mod-nchan'], {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, RUNLEVEL: '1', DEBIAN_FRONTEND: 'noninteractive' }
  });
}

/** One worker, as our server is one process; a sign of life as often as ours gives one. */
function configuration(folder: string, module: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/temporary/${kind};`)
    .join('\n  ');
  return `load_module ${module};
daemon off;
worker_processes 1;
worker_rlimit_nofile 65536;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events { worker_connections 20000; }
http {
  access_log off;
  ${temporary}
  nchan_shared_memory_size 256M;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location = /up { return 204; }
    location = /publish { nchan_publisher; nchan_channel_id wall; nchan_message_buffer_length 1; }
    location = /stream {
      nchan_subscriber eventsource;
      nchan_channel_id wall;
      nchan_subscriber_first_message newest;
      nchan_eventsource_ping_interval 15;
    }
  }
}
`;
}

async function isUp(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.ok,
    () => false
  );
}
