import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fact } from '$lib/pulse/results/facts';
import { SENTIMENTS, type Card, type Sentiment, type Snapshot } from './card';
import type { WallEvent } from './events';
import { Player } from './player.svelte';
import { NOW as NOON, sampleCard } from './sample';

const NOW = new Date(NOON).toISOString();
const SHARE: Snapshot['share'] = {
  period: 'today',
  counts: { positive: 12, neutral: 4, negative: 8 },
  n: 24
};

let changes = 0;
const card = (id: string, sentiment: Sentiment = 'positive', given: Partial<Card> = {}) =>
  sampleCard(sentiment, { id, text: `Le texte de ${id}`, ...given });

function change(data: { card: Card } | { gone: string; revision: number }): WallEvent {
  changes += 1;
  return { event: 'change', id: new Date(Date.parse(NOW) + changes).toISOString(), data };
}

const deck = () =>
  SENTIMENTS.flatMap((sentiment) => [1, 2, 3, 4].map((i) => card(`${sentiment}-${i}`, sentiment)));
const snapshot = (cards: Card[]): Snapshot => ({
  cards,
  share: SHARE,
  cursor: '2026-06-15T11:59:59+00:00',
  at: NOW
});

/** A screen as it is a moment after its page was opened. */
function livePlayer(cards: Card[]): Player {
  const player = new Player(snapshot(cards));
  player.status = { kind: 'live' };
  return player;
}

const shown = (player: Player) => player.turn?.card.id;

describe('the player of a screen', () => {
  beforeEach(() => void vi.useFakeTimers({ now: Date.parse(NOW) }));
  afterEach(() => void vi.useRealTimers());

  it('shows a card before anything is heard, the same on the server and in the browser', () => {
    const first = new Player(snapshot(deck()));
    expect(shown(first)).toBeDefined();
    expect(shown(new Player(snapshot(deck())))).toBe(shown(first));
    expect(first.share).toEqual(SHARE);
    expect(first.status).toEqual({ kind: 'shown' });
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

  it('drops a hidden card at once, even when it is paused and on the screen', () => {
    const player = livePlayer(deck());
    player.toggle();
    const hidden = shown(player) as string;
    player.hear(change({ gone: hidden, revision: 1 }));
    expect(shown(player)).not.toBe(hidden);
    expect(player.withdrawn).toBe(true);
    player.previous();
    expect(shown(player)).not.toBe(hidden);
  });

  it('shows an answer on the card that is on the screen, without changing it for another', () => {
    const player = livePlayer([card('une', 'negative', { owner: 'Nantes' })]);
    player.hear(
      change({
        card: card('une', 'negative', { revision: 1, owner: 'Nantes', answer: 'Nous avons rappelé.' })
      })
    );
    expect(player.turn?.card.answer).toBe('Nous avons rappelé.');
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
    player.hear(change({ card: card('une') }));
    player.hear(change({ gone: 'une', revision: 1 }));
    expect(player.announced).toBeNull();
    player.hear(change({ card: card('autre') }));
    expect(player.announced?.id).toBe('autre');
    vi.advanceTimersByTime(20_000);
    expect(player.announced).toBeNull();
  });

  it('announces nothing that is old, nothing it catches up with, and nothing twice', () => {
    const player = livePlayer(deck());
    player.hear(change({ card: card('vieille', 'positive', { day: '2026-05-01' }) }));
    expect(player.announced).toBeNull();
    player.status = { kind: 'catching-up' };
    player.hear(change({ card: card('manquée') }));
    expect(player.announced).toBeNull();
    player.status = { kind: 'live' };
    player.hear(change({ card: card('manquée') }));
    expect(player.announced).toBeNull();
  });

  it('waits with its first voice and shows it the moment it comes', () => {
    const player = livePlayer([]);
    expect(player.isEmpty).toBe(true);
    expect(player.turn).toBeNull();
    player.hear(change({ card: card('première') }));
    expect(player.isEmpty).toBe(false);
    expect(shown(player)).toBe('première');
  });

  it('starts without a server and takes the first snapshot that comes', () => {
    const player = new Player(null);
    expect(player.share).toBeNull();
    player.hear({ event: 'snapshot', data: snapshot(deck()) });
    expect(shown(player)).toBeDefined();
    expect(player.share).toEqual(SHARE);
  });

  it('shows the share instead of a third negative, and no longer than until something else may follow', () => {
    const player = livePlayer(['a', 'b', 'c'].map((id) => card(id, 'negative', { owner: 'Nantes' })));
    player.next();
    player.next();
    expect(player.turn).toBeNull();
    expect(player.isEmpty).toBe(false);
    player.next();
    expect(player.turn?.card.sentiment).toBe('negative');
  });

  it('leaves the share it was given once a new one comes', () => {
    const player = livePlayer(deck());
    const share = { ...SHARE, n: 25, counts: { ...SHARE.counts, positive: 13 } };
    player.hear({ event: 'share', data: share });
    expect(player.share).toEqual(share);
  });

  describe('with what the pulse found out', () => {
    const facts: Fact[] = [1, 2, 3].map((i) => ({
      kind: 'participation',
      id: `fact ${i}`,
      days: ['2026-06-01', '2026-06-01'],
      percent: 70
    }));
    const onScreen = (player: Player) => shown(player) ?? player.fact?.id;
    const sequence = (player: Player, turns: number) => {
      const order = [onScreen(player)];
      for (let i = 1; i < turns; i += 1) {
        player.next();
        order.push(onScreen(player));
      }
      return order;
    };
    const isFact = (id: string | undefined) => id?.startsWith('fact') === true;

    it('puts a fact between cards now and then, and the cards come in the order they would have had', () => {
      const order = sequence(new Player({ ...snapshot(deck()), facts }), 40);
      expect(order.filter(isFact)).toEqual(['fact 1', 'fact 2', 'fact 3', 'fact 1', 'fact 2']);
      expect(order.filter((id) => !isFact(id))).toEqual(sequence(new Player(snapshot(deck())), 35));
    });

    it('goes back over a fact and forward again', () => {
      const player = new Player({ ...snapshot(deck()), facts });
      const order = sequence(player, 10);
      const back = [...order].reverse().slice(1);
      expect(back.map(() => (player.previous(), onScreen(player)))).toEqual(back);
      expect(order.slice(1).map(() => (player.next(), onScreen(player)))).toEqual(order.slice(1));
    });

    it('takes facts that are published while it runs, and drops them all when there are none', () => {
      const player = livePlayer(deck());
      player.hear({ event: 'facts', data: facts });
      expect(sequence(player, 10).filter(isFact)).toEqual(['fact 1']);
      player.hear({ event: 'facts', data: [] });
      expect(sequence(player, 30).filter(isFact)).toEqual([]);
    });

    it('lets news pass before a fact', () => {
      const player = new Player({ ...snapshot(deck()), facts });
      player.status = { kind: 'live' };
      sequence(player, 7);
      player.hear(change({ card: card('nouvelle', 'positive', { received_at: NOW }) }));
      const order = sequence(player, 6).slice(1);
      expect(order).toContain('nouvelle');
      expect(order.indexOf('nouvelle')).toBeLessThan(order.findIndex(isFact));
    });

    it('says nothing of the employees while no customer has spoken', () => {
      const player = new Player({ ...snapshot([]), facts });
      expect(sequence(player, 20)).toEqual(Array(20).fill(undefined));
      expect(player.isEmpty).toBe(true);
    });
  });
});
