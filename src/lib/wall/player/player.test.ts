import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fact } from '$lib/pulse/results/facts';
import type { ScreenState } from '$lib/screens/screen';
import { DEFAULT_SETTINGS, type Settings } from '$lib/screens/settings';
import { SENTIMENTS, type Card, type Sentiment, type Snapshot } from '../card';
import type { WallEvent } from '../events';
import { NOW as NOON, sampleCard } from '../sample';
import { cardsIn, type Scene } from '../scene';
import type { Picture } from './cover';
import { Player } from './player';
import type { Surface } from './view';

const NOW = new Date(NOON).toISOString();
const SHARE: Snapshot['share'] = {
  period: 'today',
  counts: { positive: 12, neutral: 4, negative: 8 },
  n: 24
};
const SPOTLIGHTS: Partial<Settings> = { playlist: [{ scene: 'spotlight', times: 1, seconds: null }] };

let changes = 0;
const card = (id: string, sentiment: Sentiment = 'positive', given: Partial<Card> = {}) =>
  sampleCard(sentiment, { id, text: `Le texte de ${id}`, ...given });

function change(data: { card: Card } | { gone: string; revision: number }): WallEvent {
  changes += 1;
  return { event: 'change', id: new Date(Date.parse(NOW) + changes).toISOString(), data };
}

const deck = () =>
  SENTIMENTS.flatMap((sentiment) => [1, 2, 3, 4].map((i) => card(`${sentiment}-${i}`, sentiment)));
const snapshot = (cards: Card[]): WallEvent => ({
  event: 'snapshot',
  data: { cards, share: SHARE, cursor: '2026-06-15T11:59:59+00:00', at: NOW }
});
const screen = (settings: Partial<Settings> = {}, given: Partial<ScreenState> = {}): WallEvent => ({
  event: 'screen',
  data: {
    id: 'accueil',
    name: 'Accueil',
    settings: { ...DEFAULT_SETTINGS, ...SPOTLIGHTS, ...settings },
    teams: null,
    audience: '',
    build: 'development',
    leaseHours: 24,
    curtain: false,
    message: null,
    paused: false,
    reloadAt: null,
    identifyAt: null,
    ...given
  }
});

/** A surface without pixels: every picture in order, and whether it came at once. */
class Paper implements Surface {
  pictures: { picture: Picture; cut: boolean }[] = [];
  pages = 1;
  page = 0;

  show(picture: Picture, cut: boolean): number {
    this.pictures.push({ picture, cut });
    this.page = 0;
    return this.pages;
  }

  turnTo(page: number): void {
    this.page = page;
  }

  refresh(): void {
    // Nothing beside the picture.
  }
}

let paper: Paper;
let playing: Player;

/** A screen as it is a moment after its line was opened. */
function livePlayer(cards: Card[], ...more: WallEvent[]): Player {
  playing = new Player((paper = new Paper()));
  playing.start();
  for (const event of [screen(), snapshot(cards), ...more]) playing.hear(event);
  playing.tell({ kind: 'live' });
  return playing;
}

const ids = (player: Player) => (player.scene ? cardsIn(player.scene) : []);
const shown = (player: Player) => ids(player)[0];
const seconds = (n: number) => vi.advanceTimersByTime(n * 1000);

describe('the player of a screen', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.parse(NOW) }));
  afterEach(() => {
    playing.stop();
    vi.useRealTimers();
  });

  it('shows a card as soon as it is told of some', () => {
    const player = livePlayer(deck());
    expect(shown(player)).toBeDefined();
    expect(player.share).toEqual(SHARE);
  });

  it('goes back over what was shown and forward again to the same cards', () => {
    const player = livePlayer(deck());
    const order = [shown(player)];
    for (let i = 0; i < 4; i += 1) {
      player.next();
      order.push(shown(player));
    }
    player.previous();
    player.previous();
    expect(shown(player)).toBe(order[2]);
    player.next();
    player.next();
    expect(shown(player)).toBe(order[4]);
    expect(new Set(order).size).toBe(5);
  });

  it('turns by itself, and not while it is paused', () => {
    const player = livePlayer(deck());
    const first = shown(player);
    seconds(12);
    const second = shown(player);
    expect(second).not.toBe(first);
    player.toggle();
    seconds(600);
    expect(shown(player)).toBe(second);
    player.toggle();
    seconds(12);
    expect(shown(player)).not.toBe(second);
  });

  it('stays as long as the playlist says, shared by the pages of a long text', () => {
    const player = livePlayer(deck());
    player.hear(screen({ playlist: [{ scene: 'spotlight', times: 1, seconds: 40 }] }));
    const first = shown(player);
    seconds(39);
    expect(shown(player)).toBe(first);
    paper.pages = 2;
    seconds(1);
    const second = shown(player);
    seconds(20);
    expect(shown(player)).toBe(second);
    expect(paper.page).toBe(1);
    seconds(20);
    expect(shown(player)).not.toBe(second);
  });

  it('drops a hidden card at once, even when it is paused and on the screen', () => {
    const player = livePlayer(deck());
    player.toggle();
    const hidden = shown(player) as string;
    player.hear(change({ gone: hidden, revision: 1 }));
    expect(shown(player)).not.toBe(hidden);
    expect(paper.pictures.at(-1)?.cut).toBe(true);
    player.previous();
    expect(shown(player)).not.toBe(hidden);
  });

  it('drops a card that was moved to a team of another screen', () => {
    const player = livePlayer([]);
    player.hear(screen({}, { teams: ['nantes'] }));
    player.hear(change({ card: card('ici', 'positive', { team_id: 'nantes' }) }));
    expect(shown(player)).toBe('ici');
    player.hear(change({ card: card('ici', 'positive', { team_id: 'lyon', revision: 1 }) }));
    expect(shown(player)).toBeUndefined();
  });

  it('shows an answer on the card that is on the screen, without changing it for another', () => {
    const player = livePlayer([card('une', 'negative', { owner: 'Nantes' })]);
    player.hear(
      change({
        card: card('une', 'negative', { revision: 1, owner: 'Nantes', answer: 'Nous avons rappelé.' })
      })
    );
    const scene = player.scene as Extract<Scene, { kind: 'spotlight' }>;
    expect(scene.shown.card.answer).toBe('Nous avons rappelé.');
  });

  it('announces news that has to wait, and stops when it is on the screen', () => {
    const player = livePlayer(deck());
    player.hear(change({ card: card('nouvelle', 'positive', { received_at: NOW }) }));
    expect(player.announced?.id).toBe('nouvelle');
    for (let i = 0; i < 3 && shown(player) !== 'nouvelle'; i += 1) player.next();
    expect(shown(player)).toBe('nouvelle');
    expect(player.announced).toBeNull();
  });

  it('stops announcing news that was hidden again, and what has been announced for long enough', () => {
    const player = livePlayer(deck());
    player.toggle();
    player.hear(change({ card: card('une') }));
    player.hear(change({ gone: 'une', revision: 1 }));
    expect(player.announced).toBeNull();
    player.hear(change({ card: card('autre') }));
    expect(player.announced?.id).toBe('autre');
    seconds(20);
    expect(player.announced).toBeNull();
  });

  it('announces nothing that is old, nothing it catches up with, and nothing twice', () => {
    const player = livePlayer(deck());
    player.hear(change({ card: card('vieille', 'positive', { day: '2026-05-01' }) }));
    expect(player.announced).toBeNull();
    player.tell({ kind: 'catching-up' });
    player.hear(change({ card: card('manquée') }));
    expect(player.announced).toBeNull();
    player.tell({ kind: 'live' });
    player.hear(change({ card: card('manquée') }));
    expect(player.announced).toBeNull();
  });

  it('waits with its first voice and shows it the moment it comes', () => {
    const player = livePlayer([]);
    expect(player.scene?.kind).toBe('empty');
    player.hear(change({ card: card('première') }));
    expect(shown(player)).toBe('première');
  });

  it('shows the share instead of a third negative, and no longer than until something else may follow', () => {
    const player = livePlayer(['a', 'b', 'c'].map((id) => card(id, 'negative', { owner: 'Nantes' })));
    player.next();
    player.next();
    expect(player.scene?.kind).toBe('share');
    player.next();
    expect(shown(player)).toBeDefined();
  });

  it('lets the employees speak where the playlist gives them the word', () => {
    const facts: Fact[] = ['a', 'b'].map((id) => ({
      kind: 'participation',
      id,
      days: ['2026-06-01', '2026-06-01'],
      percent: 70
    }));
    const player = livePlayer(
      deck(),
      screen({
        playlist: ['spotlight', 'mirror'].map((scene) => ({ scene, times: 1, seconds: null }) as never)
      }),
      { event: 'voices', data: [{ team: null, teams: [], facts }] }
    );
    const kinds = [0, 1, 2, 3].map(() => (player.next(), player.scene?.kind));
    expect(kinds.filter((kind) => kind === 'mirror')).toHaveLength(2);
  });

  describe('with something over the playlist', () => {
    it('shows nothing of customers behind the curtain, and goes on when it is raised', () => {
      const player = livePlayer(deck());
      player.hear(screen({}, { curtain: true }));
      expect(player.picture).toEqual({ kind: 'curtain' });
      expect(paper.pictures.at(-1)?.cut).toBe(true);
      player.next();
      seconds(60);
      player.hear(change({ card: card('nouvelle') }));
      expect(player.picture).toEqual({ kind: 'curtain' });
      player.hear(screen());
      expect(shown(player)).toBeDefined();
    });

    it('says what is said to all screens', () => {
      const player = livePlayer(deck());
      const message = { fr: 'Exercice d’évacuation à 11 h', en: 'Fire drill at 11' };
      player.hear(screen({}, { message }));
      expect(player.picture).toEqual({ kind: 'notice', text: message });
    });

    it('rests in its quiet hours and wakes up by itself', () => {
      const player = livePlayer(deck());
      // Noon in universal time is two o’clock in Paris.
      player.hear(screen({ quiet: { hours: { from: '13:00', to: '14:05' }, days: [] } }));
      expect(player.picture).toEqual({ kind: 'quiet' });
      seconds(300);
      expect(shown(player)).toBeDefined();
    });

    it('shows nothing more once its lease is over, and verbatims again when it hears of some', () => {
      const player = livePlayer(deck());
      player.hear(screen({}, { leaseHours: 1 }));
      player.tell({ kind: 'offline', since: Date.now(), refused: false });
      seconds(3_590);
      expect(shown(player)).toBeDefined();
      seconds(20);
      expect(player.picture).toEqual({ kind: 'lease-over' });
      player.hear(snapshot(deck()));
      player.tell({ kind: 'live' });
      expect(shown(player)).toBeDefined();
    });

    it('darkens when it is revoked, whatever comes after', () => {
      const player = livePlayer(deck());
      player.hear({ event: 'revoked', data: null });
      player.hear(change({ card: card('nouvelle') }));
      player.next();
      expect(player.picture).toEqual({ kind: 'revoked' });
    });
  });

  describe('while it is told what it missed', () => {
    const back = (player: Player) => {
      player.tell({ kind: 'offline', since: Date.now(), refused: false });
      seconds(1);
      player.tell({ kind: 'catching-up' });
    };

    it('turns to nothing that may be gone, and goes on once it is live', () => {
      const player = livePlayer(deck());
      const before = shown(player);
      back(player);
      player.next();
      seconds(3);
      expect(shown(player)).toBe(before);
      player.tell({ kind: 'live' });
      seconds(1);
      expect(shown(player)).not.toBe(before);
    });

    it('shows nothing in the place of what is gone, until it is live', () => {
      const player = livePlayer(deck());
      back(player);
      player.hear(change({ gone: shown(player) as string, revision: 1 }));
      expect(player.picture.kind).toBe('lease-over');
      player.tell({ kind: 'live' });
      expect(shown(player)).toBeDefined();
    });

    it('does not wait for ever for a server that does not come to an end', () => {
      const player = livePlayer(deck());
      const before = shown(player);
      back(player);
      player.next();
      seconds(11);
      expect(shown(player)).not.toBe(before);
    });

    it('does not count the quiet hours before for its lease', () => {
      const player = livePlayer(deck());
      seconds(25 * 3600);
      player.tell({ kind: 'catching-up' });
      expect(player.picture.kind).not.toBe('lease-over');
    });
  });

  it('leaves for a new build between two pictures and not in one', () => {
    let leaves = false;
    playing = new Player((paper = new Paper()), () => leaves);
    playing.start();
    playing.hear(screen());
    playing.hear(snapshot(deck()));
    const first = shown(playing);
    leaves = true;
    seconds(11);
    expect(shown(playing)).toBe(first);
    seconds(60);
    expect(shown(playing)).toBe(first);
  });
});
