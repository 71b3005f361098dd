import type { Actor } from './cast';
import type { Sight } from './sights';

/** One word per row. */
export const SCREEN_LABELS: Record<string, string> = {
  screens: 'name',
  screen_beats: 'engine',
  wall_control: 'lease_hours::text'
};

const ROWS = { screens: ['Cantine', 'Hall'], screen_beats: ['Chromium 79'], wall_control: ['24'] };
const PEOPLE: Actor[] = ['stranger', 'paul', 'ines', 'youssef', 'lea', 'helene', 'claire', 'thomas'];

export const SCREEN_SIGHTS: Sight[] = Object.entries(ROWS).flatMap(([of, rows]) =>
  PEOPLE.map((who) => {
    const keeps = who === 'helene' || who === 'thomas';
    return { title: `${who} ${keeps ? 'sees' : 'can not see'} ${of}`, who, of, sees: keeps ? rows : [] };
  })
);
