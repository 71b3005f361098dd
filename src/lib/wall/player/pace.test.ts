import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchPace } from './pace';

let frames: ((now: number) => void)[];
let classes: Set<string>;
let clock: number;
let begin: () => void;

beforeEach(() => {
  frames = [];
  classes = new Set();
  clock = 0;
  vi.stubGlobal('document', { hidden: false });
  vi.stubGlobal('requestAnimationFrame', (draw: (now: number) => void) => frames.push(draw));
  begin = watchPace({ classList: classes } as never);
});
afterEach(() => void vi.unstubAllGlobals());

/** A transition whose frames take this long, in milliseconds. */
function play(frame: number): void {
  begin();
  while (frames.length > 0) {
    clock += frame;
    for (const draw of frames.splice(0)) draw(clock);
  }
}

it('keeps fades where they are smooth', () => {
  for (let i = 0; i < 20; i += 1) play(16);
  expect([...classes]).toEqual([]);
});

it('has cuts after two transitions that stumbled, the first of all aside', () => {
  play(200);
  play(80);
  expect([...classes]).toEqual([]);
  play(80);
  expect([...classes]).toEqual(['cuts']);
});

it('does not look for ever', () => {
  for (let i = 0; i < 8; i += 1) play(16);
  play(80);
  play(80);
  expect([...classes]).toEqual([]);
});

it('judges nothing by a page that is hidden', () => {
  (document as { hidden: boolean }).hidden = true;
  for (let i = 0; i < 5; i += 1) play(1000);
  expect([...classes]).toEqual([]);
});
