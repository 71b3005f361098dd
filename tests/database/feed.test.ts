import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { WallFeed } from '../../src/lib/wall/feed.server';
import { Screen } from '../support/screen';
import { openWallDatabase, type WallDatabase } from '../support/wall-database';

const many = (n: number, word: string) => Array.from({ length: n }, (_, i) => `${word} ${i}`);

describe('the feed of the wall', () => {
  let database: WallDatabase;
  let feed: WallFeed;
  let screen: Screen;
  const say: WallDatabase['say'] = (...given) => database.say(...given);
  const setStatus: WallDatabase['setStatus'] = (...given) => database.setStatus(...given);

  beforeAll(async () => {
    database = await openWallDatabase();
  });
  afterAll(() => database.close());

  beforeEach(async () => {
    await database.empty();
    feed = new WallFeed(database.supabase);
    screen = new Screen().connect(feed);
    await screen.until(() => screen.isLive);
  });
  afterEach(() => {
    feed.close();
  });

  it('brings a new verbatim to a screen that is open, with its share', async () => {
    await say(['Bravo à toute l’équipe']);
    await screen.until(() => screen.shows('Bravo à toute l’équipe'));
    await screen.until(() => screen.share?.n === 1);
    expect(screen.share).toEqual({ period: 'year', counts: { positive: 1, neutral: 0, negative: 0 }, n: 1 });
    expect(screen.added).toEqual(['Bravo à toute l’équipe']);
  });

  it('takes a hidden or erased verbatim off the screen, and keeps counting the hidden one', async () => {
    await say(['Trop cher', 'Trop loin', 'Trop tard']);
    await screen.until(() => screen.deck.size === 3);
    await setStatus('Trop cher', 'hidden');
    await screen.until(() => !screen.shows('Trop cher'));
    await setStatus('Trop loin', 'erased');
    await screen.until(() => !screen.shows('Trop loin') && screen.share?.n === 2);
    expect(screen.shows('Trop tard')).toBe(true);
  });

  it('shows a change of an answer and never what is held', async () => {
    await say(['La notice manque'], { sentiment: 'negative' });
    await say(['Appelez-moi'], { status: 'held' });
    await database.answer('La notice manque', 'Nous l’avons renvoyée.');
    await screen.until(() =>
      screen.deck.entries().some(({ card }) => card.answer === 'Nous l’avons renvoyée.')
    );
    await screen.until(() => screen.share?.n === 2);
    expect(screen.deck.size).toBe(1);
  });

  it('finds a row that became visible after newer ones', async () => {
    await say(['premier']);
    await screen.until(() => screen.shows('premier'));
    await say(['en retard'], { ago: '40 seconds' });
    await screen.until(() => screen.shows('en retard'));
    expect(screen.added).toEqual(['premier', 'en retard']);
  });

  it('loses nothing and repeats nothing for a screen whose line was cut', async () => {
    await say(['avant', 'caché pendant']);
    await screen.until(() => screen.deck.size === 2);
    screen.disconnect();
    await say(['pendant un', 'pendant deux']);
    await say(['en retard'], { ago: '30 seconds' });
    await setStatus('caché pendant', 'hidden');
    screen.connect(feed);
    await screen.until(() => screen.isLive);
    await say(['après']);
    await screen.until(() => screen.shows('après'));
    expect([...screen.added].sort()).toEqual([
      'après',
      'avant',
      'caché pendant',
      'en retard',
      'pendant deux',
      'pendant un'
    ]);
    expect(screen.shows('caché pendant')).toBe(false);
  });

  it('loses nothing and repeats nothing when the server restarts', async () => {
    await say(['avant']);
    await screen.until(() => screen.shows('avant'));
    feed.close();
    expect(screen.ended).toBe(true);
    await say(['pendant']);
    feed = new WallFeed(database.supabase);
    screen.connect(feed);
    await screen.until(() => screen.shows('pendant') && screen.isLive);
    await say(['après']);
    await screen.until(() => screen.shows('après'));
    expect(screen.added).toEqual(['avant', 'pendant', 'après']);
  });

  it('tells two thousand changes at once in pages, each once, to who is there and to who comes back', async () => {
    const away = new Screen();
    away.cursor = screen.cursor;
    const said = many(2000, 'voix');
    await say(said);
    await screen.until(() => screen.added.length >= 2000);
    away.connect(feed);
    await away.until(() => away.isLive);
    expect([...screen.added].sort()).toEqual([...said].sort());
    expect([...away.added].sort()).toEqual([...said].sort());
    expect(away.batches).toBeGreaterThan(3);
    away.disconnect();
  });

  it('turns the page within a single instant', async () => {
    screen.disconnect();
    const said = many(1300, 'ensemble');
    await say(said, { ago: '1 second' });
    screen.connect(feed);
    await screen.until(() => screen.isLive);
    expect([...screen.added].sort()).toEqual([...said].sort());
  });

  it('misses nothing of what happens while it tells what happened', async () => {
    screen.disconnect();
    await say(many(1200, 'avant'));
    let during: Promise<void> | undefined;
    const send = screen.send.bind(screen);
    screen.send = (events) => {
      during ??= say(['pendant le rattrapage']);
      send(events);
    };
    screen.connect(feed);
    await screen.until(() => screen.isLive && screen.shows('pendant le rattrapage'));
    await during;
    expect(screen.added).toHaveLength(1201);
  });

  it('serves every screen at once and stops listening with the last of them', async () => {
    const other = new Screen().connect(feed);
    await other.until(() => other.isLive);
    await say(['pour tous']);
    await Promise.all([
      screen.until(() => screen.shows('pour tous')),
      other.until(() => other.shows('pour tous'))
    ]);
    other.disconnect();
    await say(['pour l’autre']);
    await screen.until(() => screen.shows('pour l’autre'));
    expect(other.shows('pour l’autre')).toBe(false);
  });

  it('complains once about an outage, and goes on where it was', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const relief = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    database.isDown = true;
    await say(['pendant la panne']);
    await say(['encore pendant']);
    await vi.waitFor(() => expect(complaints).toHaveBeenCalled());
    database.isDown = false;
    await screen.until(() => screen.shows('pendant la panne') && screen.shows('encore pendant'));
    await vi.waitFor(() => expect(relief).toHaveBeenCalledTimes(1));
    expect(complaints).toHaveBeenCalledTimes(1);
  });

  it('sends a screen away that comes while the database is down, to come back later', async () => {
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    database.isDown = true;
    const late = new Screen().connect(feed);
    await late.until(() => late.ended);
    expect(complaints.mock.calls.flat().join()).toContain('no route');
    database.isDown = false;
    late.connect(feed);
    await late.until(() => late.isLive);
    expect(late.ended).toBe(false);
    late.disconnect();
  });

  it('starts a screen with the newest of each sentiment and memories of a year ago', async () => {
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    for (let ago = 0; ago < 40; ago += 1) await say(many(5, `récent ${ago}`), { day: day(ago) });
    await say(['il y a un an'], { day: day(360) });
    await say(['il y a deux ans'], { day: day(730) });
    await say(['un reproche'], { day: day(300), sentiment: 'negative' });
    const { cards, cursor } = await feed.snapshot();
    const texts = cards.map(({ text }) => text);
    expect(texts).toContain('il y a un an');
    expect(texts).toContain('un reproche');
    expect(texts).not.toContain('il y a deux ans');
    expect(texts.filter((text) => text.startsWith('récent'))).toHaveLength(40);
    expect(cards.filter(({ day: said }) => said >= day(7)).length).toBeGreaterThan(35);
    expect(Date.parse(cursor)).toBeGreaterThan(Date.now() - 60_000);
  });
});
