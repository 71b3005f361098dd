import { error } from '@sveltejs/kit';
import { player, worker } from 'virtual:wall-player';

/** What the first picture needs. Fonts of other scripts are kept as they are met. */
const FIRST = /\.(js|css)$|(inter|newsreader)-latin-\d+-normal\.[\w-]+\.woff2$/;

/** The service worker of the wall. Its text names its build, so a browser that looks knows of a new one. */
export const GET = () => {
  if (!worker) error(404);
  const files = player.files.filter((file) => FIRST.test(file));
  const names = `const BUILD=${JSON.stringify(player.build)},FILES=${JSON.stringify(files)};`;
  return new Response(`${names}\n${worker}`, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'service-worker-allowed': '/wall'
    }
  });
};
