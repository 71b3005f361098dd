import type { Page } from '@playwright/test';

/** What is wrong with the text on a screen; empty where everybody can read it. */
export interface Reading {
  /** The least of verbatims and of everything else, in minutes of arc of a capital; null where there is none. */
  quoted: number | null;
  other: number | null;
  faults: string[];
}

/**
 * Reads a screen from where people sit: how large each text is that can be seen, whether it stays off the edges, and
 * whether anything overflows.
 *
 * @param distance in metres
 * @param diagonal in inches
 */
export function read(page: Page, distance: number, diagonal: number): Promise<Reading> {
  return page.evaluate(
    ({ distance, diagonal }) => {
      // Of the table OS/2 of the fonts: 1340 of 2000 and 1490 of 2048.
      const capitals = { Newsreader: 0.67, Inter: 1490 / 2048 };
      const pixelsAMetre = Math.hypot(innerWidth, innerHeight) / (diagonal * 0.0254);
      const edge = { x: 0.05 * innerWidth - 1.5, y: 0.05 * innerHeight - 1.5 };
      const faults: string[] = [];
      const least = { quoted: Infinity, other: Infinity };
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        const element = node.parentElement as HTMLElement;
        const said = (node.textContent ?? '').trim();
        if (!said || element.closest('script, style, .hidden, .controls, .leaves')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
        const { fontSize, fontFamily, clip, visibility } = getComputedStyle(element);
        if (boxes.length === 0 || clip !== 'auto' || visibility === 'hidden') continue;
        const capital = fontFamily.startsWith('Newsreader') ? capitals.Newsreader : capitals.Inter;
        const height = (parseFloat(fontSize) * capital) / pixelsAMetre;
        const arc = (Math.atan(height / distance) * 180 * 60) / Math.PI;
        const kind = element.closest('blockquote') ? 'quoted' : 'other';
        least[kind] = Math.min(least[kind], arc);
        if (arc < (kind === 'quoted' ? 20 : 16) - 0.01)
          faults.push(`${arc.toFixed(1)}': ${said.slice(0, 60)}`);
        // A long name ends in an ellipsis where its item ends.
        const item = element.closest('li')?.getBoundingClientRect().right ?? Infinity;
        for (const { left, right: end, top, bottom } of boxes) {
          const right = Math.min(end, item);
          // A box is as high as its font's letters may reach; what is drawn of them stays within the line.
          const slack = 0.2 * (bottom - top);
          const within =
            left >= edge.x &&
            right <= innerWidth - edge.x &&
            top >= edge.y - slack &&
            bottom <= innerHeight - edge.y + slack;
          if (!within) faults.push(`over the edge: ${said.slice(0, 60)}`);
        }
      }
      const main = document.querySelector('main')?.getBoundingClientRect();
      const scene = document.querySelector('.scene:not(.leaves)')?.getBoundingClientRect();
      if (!main || !scene) faults.push('nothing is painted');
      else if (scene.height > main.height + 1.5) faults.push(`${scene.height - main.height} px too high`);
      const known = (arc: number) => (arc === Infinity ? null : arc);
      return { quoted: known(least.quoted), other: known(least.other), faults };
    },
    { distance, diagonal }
  );
}
