import { m } from '$lib/i18n/paraglide/messages';
import { h, replace, svg } from './dom';
import { brandMark } from './marks';

/** How often the screen asks whether somebody confirmed its code, in milliseconds. */
const ASK_EVERY = 2_000;
/** After a refusal or an answer that did not come. */
const ASK_LATER = 10_000;

/** What POST /wall/pairing answers. */
type Answer =
  { paired: true } | { code: string; expiresAt: string; address: string; qr: { path: string; size: number } };

/**
 * Shows the code by which an administrator takes this screen in, until it is done.
 *
 * @param parent takes the page of the code, and loses it once the screen is paired
 * @returns settles once the device has its token, which is a cookie that scripts cannot read
 */
export function pair(parent: HTMLElement): Promise<void> {
  const page = h('div', { class: 'pairing' });
  parent.appendChild(page);
  let shown = '';

  return new Promise((paired) => {
    const ask = async () => {
      const answer = await request();
      if (answer && 'paired' in answer) {
        parent.removeChild(page);
        return paired();
      }
      const key = answer ? answer.code : '';
      if (key !== shown || !page.firstChild) replace(page, answer ? invitation(answer) : trouble());
      shown = key;
      setTimeout(() => void ask(), answer ? ASK_EVERY : ASK_LATER);
    };
    void ask();
  });
}

/** Null when the server cannot be asked, or has been asked too often. */
async function request(): Promise<Answer | null> {
  try {
    const response = await fetch('/wall/pairing', {
      method: 'POST',
      headers: { accept: 'application/json' }
    });
    return response.ok ? ((await response.json()) as Answer) : null;
  } catch {
    return null;
  }
}

function invitation({ code, address, qr }: Exclude<Answer, { paired: true }>): HTMLElement {
  return h(
    'div',
    { class: 'invitation' },
    h(
      'div',
      {},
      brandMark(),
      h('h1', {}, m.pairing_title()),
      h('p', {}, m.pairing_scan()),
      h('p', { class: 'code', 'aria-label': m.pairing_code() }, code),
      h('p', { class: 'address' }, m.pairing_type({ address })),
      h('p', { class: 'aside' }, h('a', { href: '/login?next=/wall' }, m.pairing_sign_in()))
    ),
    svg(
      'svg',
      { class: 'qr', viewBox: `0 0 ${qr.size} ${qr.size}`, role: 'img', 'aria-label': m.pairing_qr() },
      svg('path', { d: qr.path })
    )
  );
}

function trouble(): HTMLElement {
  return h(
    'div',
    { class: 'plain' },
    brandMark(),
    h('h2', {}, m.pairing_trouble_title()),
    h('p', {}, m.pairing_trouble_text())
  );
}
