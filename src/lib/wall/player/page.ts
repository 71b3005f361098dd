import { h } from './dom';
import type { Page } from './renewal';

/** A build that has not painted anything by then does not. Milliseconds. */
const TRIAL = 20_000;
const PATIENCE = 10_000;
/** After this a page was not opened by the one before it. */
const JUST_NOW = 60_000;
const LEFT = 'wall-left';

/** What a page on trial tells the one that holds it. */
export interface Booted {
  booted: string;
}

/** This page, for its renewal. */
export const page: Page = {
  build: document.documentElement.getAttribute('data-build') || '',
  leftAt,
  tryOut,
  refresh,
  leave() {
    try {
      sessionStorage.setItem(LEFT, String(Date.now()));
    } catch {
      // It will be known by how long the next page has been open.
    }
    // Not a reload, which asks the network: the browser has kept what it needs, and the network may fail this instant.
    location.replace(location.pathname + location.search);
  }
};

/** Whether the page before this one left for it: what was on the screen should be there again at once. */
export function isSuccessor(): boolean {
  const left = leftAt();
  return left !== null && Math.abs(Date.now() - left) < JUST_NOW;
}

/** Where nothing can be remembered, every page is taken for one that was just left for. */
function leftAt(): number | null {
  try {
    return Number(sessionStorage.getItem(LEFT)) || null;
  } catch {
    return Date.now() - performance.now();
  }
}

function tryOut(): Promise<string | null> {
  const frame = h('iframe', {
    src: `/wall?trial=${Date.now()}`,
    'aria-hidden': 'true',
    tabindex: -1,
    // Not hidden, or nothing would be painted in it.
    style: 'position:fixed;top:0;left:0;width:100%;height:100%;border:0;opacity:0;pointer-events:none'
  });
  return new Promise((resolve) => {
    const end = (build: string | null) => {
      clearTimeout(timer);
      removeEventListener('message', hear);
      frame.remove();
      resolve(build);
    };
    const hear = ({ source, origin, data }: MessageEvent<Partial<Booted> | null>) => {
      if (source === frame.contentWindow && origin === location.origin && data && data.booted)
        end(data.booted);
    };
    const timer = setTimeout(() => end(null), TRIAL);
    addEventListener('message', hear);
    document.body.appendChild(frame);
  });
}

async function refresh(): Promise<string | null> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const response = await fetch(location.href, { cache: 'reload', signal: abort.signal });
    const [, build = null] = /data-build="(\w+)"/.exec(await response.text()) || [];
    return build;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
