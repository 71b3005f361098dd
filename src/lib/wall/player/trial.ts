import { DEFAULT_SETTINGS } from '$lib/screens/settings';
import { page, type Booted } from './page';
import { Player } from './player';
import { Stage } from './stage';

/**
 * Boots this build out of sight, beside the wall of another: applies what a server would tell, paints it, and says so.
 * Nothing is connected, kept or told to the server.
 */
export function tryOut(): void {
  const booted: Booted = { booted: page.build };
  const stage = new Stage(document.body, ({ kind }) => {
    if (kind === 'spotlight') parent.postMessage(booted, location.origin);
  });
  const player = new Player(stage);
  player.start();
  player.hear({ event: 'screen', data: STATE });
  player.hear({ event: 'snapshot', data: { cards: [CARD], share: SHARE, cursor: CARD.changed_at, at: now } });
  player.tell({ kind: 'live' });
}

const now = new Date().toISOString();
const STATE = {
  id: null,
  name: '',
  settings: { ...DEFAULT_SETTINGS, playlist: [{ scene: 'spotlight' as const, times: 1, seconds: null }] },
  teams: null,
  audience: '',
  build: page.build,
  leaseHours: 1,
  curtain: false,
  message: null,
  paused: false,
  reloadAt: null,
  identifyAt: null
};
const SHARE = { period: 'today' as const, counts: { positive: 1, neutral: 0, negative: 0 }, n: 1 };
const CARD = {
  id: 'trial',
  revision: 0,
  changed_at: now,
  text: 'Bonjour',
  language: 'fr',
  sentiment: 'positive' as const,
  channel: null,
  day: now.slice(0, 10),
  said_on: null,
  received_at: now,
  answer: null,
  team_id: null,
  team: null,
  owner: null,
  step_id: null,
  step_fr: null,
  step_en: null
};
