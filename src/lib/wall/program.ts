import type { Entry as Item } from '$lib/screens/settings';
import type { Counts } from './card';
import type { Entry } from './deck';
import type { Figure } from './figures';
import { cardsIn, type Scene, type Shown } from './scene';
import { hasNews, next, START as FIRST, type Rotation } from './sequence';
import { freshVoices, isFresh, longestUntold, tell, voiceOf, type Told, type Voice } from './voices';

/** What a screen remembers of what it has shown. A value: `nextScene` returns a new one. */
export interface Program {
  rotation: Rotation;
  /** Which entry of the playlist is on, and how many times in a row it has been. */
  place: number;
  times: number;
  /** How many cards went ahead of the next scene without one, because there was news. */
  ahead: number;
  /** Facts and figures. */
  told: Told;
}

export const START: Program = { rotation: FIRST, place: 0, times: 0, ahead: 0, told: new Map() };

/** All there is to show, now. */
export interface Deal {
  playlist: readonly Item[];
  cards: Entry[];
  /** The real counts of the period. */
  counts: Counts;
  voices: readonly Voice[];
  figures: readonly Figure[];
  /** YYYY-MM-DD */
  today: string;
  /** Milliseconds since 1970. */
  now: number;
}

export interface Next {
  scene: Scene;
  /** For how long it stays, as its entry says; null for as long as it takes to read. */
  seconds: number | null;
  program: Program;
}

/** A share that allows an arrival at all does so within three cards; longer, a message would never get through the news. */
const MOST_AHEAD = 3;
/** A screen holds some 730 characters at the least size people can read, 16 minutes of arc: three of these and their lines. */
const MOST_IN_MOSAIC = 3;
const SHORT = 200;
/** Two of each side, so that each can be read from where people sit. */
const FIGURES_OF_A_SIDE = 2;

/**
 * Chooses what a screen shows next. Deterministic, and it changes nothing: a player may look ahead by asking.
 *
 * - The playlist, entry by entry, each as often as it says; one that has nothing to show is passed over.
 * - Every card of whichever scene comes from the one rotation of sequence.ts and keeps its rules, in reading order.
 * - News goes ahead of a scene without a card, at most three cards each time.
 * - Without anything to show: the share, or `empty` where there is no card at all.
 */
export function nextScene(program: Program, deal: Deal): Next {
  const { playlist } = deal;
  let { place, times } = standing(program, playlist);
  for (let tried = 0; tried < playlist.length; tried += 1) {
    const entry = playlist[place] as Item;
    const made = sceneOf(entry, program, deal);
    if (made) {
      const news = cardsIn(made.scene).length === 0 ? newsAhead(program, deal) : null;
      if (news) return { ...news, program: { ...news.program, place, times, ahead: program.ahead + 1 } };
      const now = { ...made.program, place, times: times + 1, ahead: 0 };
      return { scene: made.scene, seconds: entry.seconds, program: now };
    }
    place = (place + 1) % playlist.length;
    times = 0;
  }
  return { scene: { kind: deal.cards.length === 0 ? 'empty' : 'share' }, seconds: null, program };
}

/** Where the playlist goes on, which may have been changed meanwhile. */
function standing({ place, times }: Program, playlist: readonly Item[]): { place: number; times: number } {
  const entry = playlist[place];
  if (!entry) return { place: 0, times: 0 };
  return times < entry.times ? { place, times } : { place: (place + 1) % playlist.length, times: 0 };
}

/** A scene and what is remembered of it. */
type Made = Pick<Next, 'scene' | 'program'>;

function sceneOf(entry: Item, program: Program, deal: Deal): Made | null {
  switch (entry.scene) {
    case 'spotlight':
      return spotlight(program, deal);
    case 'mosaic':
      return mosaic(program, deal);
    case 'mirror':
      return mirror(program, deal);
    case 'numbers':
      return numbers(program, deal);
    case 'message': {
      const text = entry.text;
      return text && (text.fr.trim() || text.en.trim())
        ? { scene: { kind: 'message', text }, program }
        : null;
    }
  }
}

function newsAhead(program: Program, deal: Deal): Next | null {
  if (program.ahead >= MOST_AHEAD || !hasNews(program.rotation, deal)) return null;
  const made = spotlight(program, deal);
  return made?.scene.kind === 'spotlight' ? { ...made, seconds: null } : null;
}

/** One card; the share where only a third negative in a row could follow. */
function spotlight(program: Program, deal: Deal): Made | null {
  if (deal.cards.length === 0) return null;
  const { turn, rotation } = next(program.rotation, deal);
  const scene: Scene = turn ? { kind: 'spotlight', shown: turn } : { kind: 'share' };
  return { scene, program: { ...program, rotation } };
}

/** The cards whose turn it is, as many as fit: it stops before one that is long, or on the screen already. */
function mosaic(program: Program, deal: Deal): Made | null {
  const shown: Shown[] = [];
  let { rotation } = program;
  while (shown.length < MOST_IN_MOSAIC) {
    const drawn = next(rotation, deal);
    if (!drawn.turn || !isShort(drawn.turn) || isAmong(drawn.turn, shown)) break;
    shown.push(drawn.turn);
    rotation = drawn.rotation;
  }
  if (shown.length < 2) return spotlight(program, deal);
  return { scene: { kind: 'mosaic', shown }, program: { ...program, rotation } };
}

function isShort({ card }: Shown): boolean {
  return card.text.length + (card.answer ?? '').length <= SHORT;
}

function isAmong({ card }: Shown, shown: readonly Shown[]): boolean {
  return shown.some((each) => each.card.id === card.id);
}

/** The next card and what its team said; what was said alone, where no voice speaks for that card or no card may follow. */
function mirror(program: Program, deal: Deal): Made | null {
  const voices = freshVoices(deal.voices, deal.today);
  if (voices.length === 0) return null;
  const { turn, rotation } = next(program.rotation, deal);
  const voice = turn && voiceOf(turn.card, voices);
  const all = (voice ? [voice] : voices).map(factsWithTeam).reduce((some, more) => [...some, ...more]);
  const said = longestUntold(all, program.told);
  if (!said) return null;
  const { team, fact } = said;
  const told = tell(program.told, [said.id], knownIn(deal));
  const scene: Scene = { kind: 'mirror', shown: voice ? turn : null, team, fact };
  // A fact where no card may follow is the pause; one that passes over a card leaves it its turn.
  const after = turn && !voice ? program.rotation : rotation;
  return { scene, program: { ...program, rotation: after, told } };
}

function factsWithTeam({ team, facts }: Voice) {
  return facts.map((fact) => ({ id: fact.id, team: team && team.name, fact }));
}

/** Two of each side, those that were shown longest ago; more of one where the other has fewer. */
function numbers(program: Program, deal: Deal): Made | null {
  const figures = deal.figures.filter((figure) => isFresh(figure, deal.today));
  if (figures.length === 0) return null;
  const [ours, theirs] = (['customers', 'employees'] as const).map((side) =>
    inTurn(
      figures.filter((figure) => figure.side === side),
      program.told
    )
  ) as [Figure[], Figure[]];
  const room = 2 * FIGURES_OF_A_SIDE;
  const chosen = [
    ...ours.slice(0, Math.max(FIGURES_OF_A_SIDE, room - theirs.length)),
    ...theirs.slice(0, Math.max(FIGURES_OF_A_SIDE, room - ours.length))
  ].map(({ id }) => id);
  const told = tell(program.told, chosen, knownIn(deal));
  const scene: Scene = { kind: 'numbers', figures: figures.filter(({ id }) => chosen.includes(id)) };
  return { scene, program: { ...program, told } };
}

function inTurn(figures: readonly Figure[], told: Told): Figure[] {
  const ordered: Figure[] = [];
  while (ordered.length < figures.length) {
    const others = figures.filter((figure) => !ordered.includes(figure));
    ordered.push(longestUntold(others, told) as Figure);
  }
  return ordered;
}

function knownIn({ voices, figures }: Deal): string[] {
  const facts = voices.map((voice) => voice.facts.map(({ id }) => id));
  return facts.reduce(
    (all, more) => all.concat(more),
    figures.map(({ id }) => id)
  );
}
