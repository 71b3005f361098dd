import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { EVERYONE, type Audience } from '../../src/lib/wall/audience';
import { WallFeed } from '../../src/lib/wall/feed.server';
import { Screen } from '../support/screen';
import { openWallDatabase, stepId, teamId, type Team, type WallDatabase } from '../support/wall-database';

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
    expect(away.heard.length).toBeGreaterThan(4);
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

  it('begins anew for a screen that missed more than is worth telling', async () => {
    const away = new Screen();
    away.cursor = screen.cursor;
    await say(many(3200, 'voix'));
    await screen.until(() => screen.added.length >= 3200);
    away.connect(feed);
    await away.until(() => away.isLive);
    expect(away.deck.size).toBe(4);
    expect(away.added).toEqual([]);
    expect(away.cursor).toBe(screen.cursor);
    away.disconnect();
  });

  it('shows a screen that begins a few cards at once, and tells it the rest a moment later', async () => {
    await say(many(60, 'voix'));
    await screen.until(() => screen.added.length === 60);
    const begins = new Screen().connect(feed);
    await begins.until(() => begins.isLive);
    expect(begins.deck.size).toBe(4);
    await say(['entre-temps']);
    await begins.until(() => begins.deck.size === 40);
    expect(begins.shows('entre-temps')).toBe(true);
    expect(begins.added).toEqual(['entre-temps']);
    begins.disconnect();
  });

  it('begins a new day with other memories and another share of today', async () => {
    const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    // A memory is of a year ago give or take thirty days: this one is too young until tomorrow.
    await say(many(60, 'voix'), { day: day(0) });
    await say(['bientôt un souvenir'], { day: day(1 - 365 + 30) });
    await screen.until(() => screen.added.length === 61);
    const part = new Screen({ ...EVERYONE, selection: { ...EVERYONE.selection, languages: ['fr'] } }).connect(
      feed
    );
    await Promise.all([part, screen].map((each) => each.until(() => each.isLive && each.share?.n === 60)));
    expect(part.shows('bientôt un souvenir')).toBe(false);
    try {
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
      await say(['le lendemain'], { day: day(0) });
      await part.until(() => part.shows('bientôt un souvenir') && part.shows('le lendemain'));
      await Promise.all([part, screen].map((each) => each.until(() => each.share?.period === 'week')));
    } finally {
      vi.useRealTimers();
    }
    part.disconnect();
  });

  describe('for screens that show a part of the company', () => {
    const of = (teams: Team[] | null, over: Partial<Audience['selection']> = {}): Audience => ({
      selection: { teams: teams && teams.map(teamId), steps: [], languages: [], ...over },
      share: 'auto'
    });
    const textsOf = (each: Screen) =>
      each.deck
        .entries()
        .map(({ card }) => card.text)
        .sort();
    let opened: Screen[] = [];

    async function open(...audiences: Audience[]): Promise<Screen[]> {
      const screens = audiences.map((audience) => new Screen(audience).connect(feed));
      opened = [...opened, ...screens];
      await Promise.all(screens.map((each) => each.until(() => each.isLive)));
      return screens;
    }
    afterEach(() => {
      for (const each of opened) each.disconnect();
      opened = [];
    });

    it('starts each with its own verbatims and their real share, and keeps both as things change', async () => {
      await say(['nantes'], { team: 'nantes', step: 'caisse' });
      await say(['rennes'], { team: 'rennes', sentiment: 'negative' });
      await say(['lyon'], { team: 'lyon', language: 'en', step: 'vitrine' });
      await say(['partout']);
      const screens = await open(
        of(['nantes']),
        of(['ouest', 'nantes', 'rennes']),
        of(null, { steps: [stepId('vitrine'), stepId('caisse')] }),
        of(null, { languages: ['en'] })
      );
      expect(screens.map(textsOf)).toEqual([['nantes'], ['nantes', 'rennes'], ['lyon', 'nantes'], ['lyon']]);
      // The whole company's is counted again within a second of a change, as it is for who was there before.
      await screens[3]?.until(() => screens[3]?.share?.n === 4);
      expect(screens.map((each) => each.share?.n)).toEqual([1, 2, 2, 4]);
      expect(screens[1]?.share?.counts).toEqual({ positive: 1, neutral: 0, negative: 1 });

      await say(['encore nantes'], { team: 'nantes', step: 'vitrine' });
      await Promise.all(screens.slice(0, 3).map((each) => each.until(() => each.shows('encore nantes'))));
      await screens[0]?.until(() => screens[0]?.share?.n === 2);
      await screens[2]?.until(() => screens[2]?.share?.n === 3);
      expect(screens.map((each) => each.shows('encore nantes'))).toEqual([true, true, true, false]);
    });

    it('takes a verbatim off the one and onto the other when it turns out to belong there', async () => {
      await say(['à qui est-ce'], { team: 'nantes' });
      const [nantes, lyon] = (await open(of(['nantes']), of(['lyon']))) as [Screen, Screen];
      expect([textsOf(nantes), textsOf(lyon)]).toEqual([['à qui est-ce'], []]);
      await database.move('à qui est-ce', 'lyon');
      await lyon.until(() => lyon.shows('à qui est-ce'));
      await nantes.until(() => nantes.deck.size === 0);
    });

    it('keeps the share of the period that was chosen, however little it has', async () => {
      const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
      await say(many(30, 'ce mois'), { day: day(20) });
      await say(many(2, 'cette semaine'), { day: day(3) });
      const shares = ['auto', 'week', 'month', 'year'] as const;
      const screens = await open(...shares.map((share) => ({ ...of(null), share })));
      await screens[0]?.until(() => screens[0]?.share?.n === 32);
      expect(screens.map(({ share }) => [share?.period, share?.n])).toEqual([
        ['month', 32],
        ['week', 2],
        ['month', 32],
        ['year', 32]
      ]);
    });

    it('reads and encodes once for all of a kind', async () => {
      await say(many(10, 'voix'), { team: 'nantes' });
      database.asked('');
      const screens = await open(...Array.from({ length: 50 }, () => of(['nantes'])));
      // The first alone, the others together: seven requests for the cards of each.
      expect(database.asked('/wall_cards')).toBeLessThanOrEqual(14);
      const heard = screens.map((each) => each.heard.length);
      await say(['une de plus'], { team: 'nantes' });
      await Promise.all(
        screens.map((each) => each.until(() => each.shows('une de plus') && each.share?.n === 11))
      );
      expect(database.asked('/verbatim_counts')).toBeLessThanOrEqual(8);
      const [change, share] = screens[0]?.heard.slice(-2) as Uint8Array[];
      for (const [i, each] of screens.entries()) {
        expect(each.heard.length).toBe((heard[i] as number) + 2);
        expect(each.heard.at(-2)).toBe(change);
        expect(each.heard.at(-1)).toBe(share);
      }
    });
  });
});
