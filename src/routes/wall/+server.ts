import { createHash } from 'node:crypto';
import { dev } from '$app/environment';
import { player } from 'virtual:wall-player';

/**
 * In seconds: the longest lease, and the six hours after which a screen fetches the page anew. Until then a browser
 * without a service worker starts with it when there is no network; `stale-while-revalidate` would not do: Chromium
 * opens no page by it.
 */
const FRESH = (168 + 6) * 3600;

/**
 * The page of a screen: the same for everybody and without any content, so that a browser may keep it. Whoever opens
 * it is told what to show, or how to be paired, by its stream.
 */
export const GET = ({ url }) =>
  new Response(PAGE, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': dev || url.searchParams.has('trial') ? 'no-store' : `private, max-age=${FRESH}`,
      'content-security-policy': dev ? '' : POLICY
    }
  });

/**
 * A page that a browser kept may name a script that nobody has any more. Then it is fetched anew and loaded again, at
 * once for the first time and every minute from then on, and only with an answer in hand: never into a blank page. The
 * same where the player did not begin at all. In the language of the oldest engine, as it is not built.
 */
const RESCUE = `(function () {
  var failed = false;
  function again() {
    if (!failed && document.body && document.querySelector('.wall, .pairing')) return;
    fetch(location.href, { cache: 'reload' }).then(
      function (answer) { if (answer.ok) location.reload(); },
      function () {}
    );
  }
  addEventListener('error', function (event) {
    if (event.target.src || event.target.href) failed = true;
    if (failed) setTimeout(again, performance.navigation.type === 1 ? 60000 : 1000);
  }, true);
  setInterval(again, 60000);
})();`;

const POLICY = [
  "default-src 'self'",
  `script-src 'self' 'sha256-${createHash('sha256').update(RESCUE).digest('base64')}'`,
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'self'"
].join('; ');

const PAGE = `<!doctype html>
<html lang="fr" data-build="${player.build}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Vis-à-vis</title>
    <script>${RESCUE}</script>
    <link rel="icon" href="/icon.svg" type="image/svg+xml" />
${player.styles.map((style) => `    <link rel="stylesheet" href="${style}" />\n`).join('')}    <script type="module" src="${player.script}"></script>
  </head>
  <body>
    <noscript>
      <p>Le mur a besoin de JavaScript\u202f: activez-le dans les réglages de ce navigateur.</p>
      <p lang="en">The wall needs JavaScript: switch it on in this browser’s settings.</p>
    </noscript>
  </body>
</html>
`;
