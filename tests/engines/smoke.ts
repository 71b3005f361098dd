import { join } from 'node:path';
import type { RunningApp } from '../support/app';
import { launchOldEngine, type OldPage } from '../support/cdp';
import { layCable } from '../support/proxy';
import { approve, hide } from '../support/wall';
import { installEngine, type OLD_ENGINES } from './install';

const TV = { width: 1920, height: 1080 };
const RIGHT = ['ArrowRight', 39] as const;

const SHOWN = `document.querySelector('main figure:not([aria-hidden])')`;
const LINE = `document.querySelector('[role=status]').textContent`;
const text = (said: string) => `document.body.textContent.indexOf(${JSON.stringify(said)}) >= 0`;
const id = (verbatim: string) => `!!document.querySelector('[data-verbatim="${verbatim}"]')`;
/** Nothing that is read reaches over the edge of the screen, or out of the part of it the picture has. */
const FITS = `(() => {
  const range = document.createRange();
  range.selectNodeContents(${SHOWN});
  const below = document.querySelector('footer').getBoundingClientRect();
  const floor = below.height > 0 ? below.top : innerHeight;
  return [].slice.call(range.getClientRects()).every((box) => box.width === 0 || (box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= floor + 1))
    && document.documentElement.scrollWidth <= innerWidth;
})()`;

/** Each thing the wall must do on an engine, in order: later ones go on from where the one before left. */
const STEPS: [string, (page: OldPage, stage: Stage) => Promise<void>][] = [
  [
    'paints a verbatim and says it is live',
    async (page, { cable }) => {
      await page.goto(`${cable.url}/wall`);
      await page.until(`${LINE} === 'en direct'`, 15_000);
      await page.until(`!!${SHOWN} && /\\S/.test(${SHOWN}.querySelector('blockquote').textContent)`);
    }
  ],
  [
    'shows its text whole',
    async (page) => {
      await page.until(`document.fonts.ready.then(() => true)`);
      await page.until(FITS);
    }
  ],
  [
    'turns with the key of a remote control',
    async (page) => {
      const before = await page.evaluate<string>(`${SHOWN}.textContent`);
      await page.press(...RIGHT);
      await page.until(`!!${SHOWN} && ${SHOWN}.textContent !== ${JSON.stringify(before)}`);
    }
  ],
  [
    'shows what is approved now, and lets go what is hidden',
    async (page, { app, name }) => {
      const verbatim = await approve(app, `Vu sur ${name} : la lampe est arrivée entière.`);
      await page.until(text(`Vu sur ${name}`));
      await hide(app, verbatim);
      await page.until(`!(${id(verbatim)})`);
    }
  ],
  [
    'says when it is offline, keeps what it shows, and comes back by itself',
    async (page, { app, cable, name }) => {
      await page.evaluate(`document.body.dataset.mark = 'here'`);
      await cable.pull();
      await page.until(`/^hors ligne depuis \\d\\d:\\d\\d$/.test(${LINE})`);
      await page.until(`!!${SHOWN}`);
      const missed = await approve(app, `Manqué par ${name} : merci pour le rappel.`);
      await cable.plug();
      await page.until(`${LINE} === 'en direct'`, 20_000);
      for (let turns = 0; turns < 30 && !(await page.evaluate<boolean>(id(missed))); turns += 1) {
        const before = await page.evaluate<string>(`document.querySelector('main').textContent`);
        await page.press(...RIGHT);
        await page.until(`document.querySelector('main').textContent !== ${JSON.stringify(before)}`);
      }
      await page.until(id(missed));
      await page.until(`document.body.dataset.mark === 'here'`);
      await hide(app, missed);
    }
  ],
  ['shows every scene of its playlist whole', showEveryScene],
  [
    'throws nothing',
    (page) =>
      page.errors.length === 0 ? Promise.resolve() : Promise.reject(new Error(page.errors.join('\n')))
  ]
];

interface Stage {
  app: RunningApp;
  cable: Awaited<ReturnType<typeof layCable>>;
  /** `Chromium 79` */
  name: string;
  /** Where pictures go. */
  folder: string;
}

export interface Outcome {
  title: string;
  /** Null when it passed. */
  failure: string | null;
}

/** Runs the wall on an old engine, and leaves pictures of it in `folder` for somebody to look at. */
export async function smoke(
  wanted: (typeof OLD_ENGINES)[number],
  app: RunningApp,
  folder: string
): Promise<Outcome[]> {
  const { binary, libraries } = await installEngine(wanted);
  const engine = await launchOldEngine(binary, libraries);
  const cable = await layCable(app.url);
  const { name } = engine;
  try {
    const page = await engine.open(TV);
    const outcomes: Outcome[] = [];
    for (const [does, step] of STEPS) {
      const failure = await step(page, { app, cable, name, folder }).then(
        () => null,
        (error: Error) => error.message
      );
      outcomes.push({ title: `${name} ${does}`, failure });
      if (failure && outcomes.length === 1) break;
    }
    await page.screenshot(join(folder, `${name.replace(' ', '-')}.png`));
    return outcomes.map((each) =>
      each.failure && page.errors.length > 0
        ? { ...each, failure: `${each.failure}\n${page.errors.join('\n')}` }
        : each
    );
  } finally {
    await engine.close();
    await cable.dispose();
  }
}

/** A picture of each kind of scene that comes within two rounds of the playlist of ten. */
async function showEveryScene(page: OldPage, { name, folder }: Stage): Promise<void> {
  const seen = new Set<string>();
  for (let turns = 0; turns < 20; turns += 1) {
    const kind = await page.evaluate<string>(
      `${KIND}.className.split(/\\W+/).filter((name) => name !== 'scene').join('-')`
    );
    if (!seen.has(kind)) {
      seen.add(kind);
      await page.until(`document.querySelectorAll('main .scene').length === 1 && ${SCENE_FITS}`);
      // The last frames of a picture that fades in.
      await page.evaluate('new Promise((resolve) => setTimeout(resolve, 400))');
      await page.screenshot(join(folder, `${name.replace(' ', '-')}-${kind}.png`));
    }
    const before = await page.evaluate<string>(`document.querySelector('main').textContent`);
    await page.press(...RIGHT);
    await page.until(`document.querySelector('main').textContent !== ${JSON.stringify(before)}`);
  }
}

const KIND = `document.querySelector('main .scene:not([aria-hidden])')`;
const SCENE_FITS = FITS.split(SHOWN).join(KIND);
