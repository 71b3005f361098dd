import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EVERYONE } from '../../src/lib/wall/audience';
import type { Figure } from '../../src/lib/wall/figures';
import { readFigures } from '../../src/lib/wall/figures.server';
import { PublishedPulse } from '../../src/lib/wall/voices.server';
import { WallFeed } from '../../src/lib/wall/feed.server';
import { Screen } from '../support/screen';
import { openWallDatabase, teamId, type Team, type WallDatabase } from '../support/wall-database';

const RHYTHM = `(select id from public.questions where slug = 'rhythm')`;
const RECOMMEND = `(select id from public.questions where slug = 'recommend')`;
const EVERY_TEAM: Team[] = ['bellerive', 'ouest', 'nantes', 'rennes', 'lyon'];
const many = (n: number, word: string) => Array.from({ length: n }, (_, i) => `${word} ${i}`);

describe('what screens are told of the pulse and in numbers', () => {
  let database: WallDatabase;
  let pulse: PublishedPulse;

  beforeAll(async () => {
    database = await openWallDatabase();
    pulse = new PublishedPulse(database.supabase.service);
    await wave(database, 1, { ago: 300 });
    await wave(database, 2, { ago: 10 });
    await wave(database, 3, { ago: 5, status: 'closed' });
    for (const team of ['bellerive', 'ouest', 'nantes'] as const) await cells(database, 2, team);
    // Nothing of Rennes but in a wave that was never published, of Lyon but long ago.
    await cells(database, 3, 'rennes');
    await cells(database, 1, 'lyon');
  });
  afterAll(() => database.close());

  it('are the published facts of the company and of every team that has any, with whom each speaks for', async () => {
    const voices = await pulse.voicesFor(EVERY_TEAM.map(teamId));
    const heard = voices.map(({ team, teams }) => [team?.name ?? null, teams.map(slugOf).sort()]);
    expect(heard.sort()).toEqual([
      [null, []],
      ['Nantes', ['nantes']],
      ['Ouest', ['nantes', 'ouest', 'rennes']]
    ]);
    for (const { facts } of voices)
      expect(facts.map(({ kind }) => kind).sort()).toEqual([
        'lever',
        'participation',
        'question',
        'recommendation'
      ]);
    const ids = voices.flatMap(({ facts }) => facts.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are never of a wave that is not published, nor of long ago, nor of what was withheld', async () => {
    const told = JSON.stringify([
      await pulse.voicesFor(EVERY_TEAM.map(teamId)),
      await readFigures(database.supabase.service, pulse, null)
    ]);
    expect(told).not.toContain('rennes');
    expect(told).not.toContain('Lyon');
    for (const number of [1, 3]) expect(told).not.toContain(waveId(number));
    const nantes = (await pulse.voicesFor([teamId('nantes')])).find(({ team }) => team !== null);
    // Seven people: their score may be published, how many agreed may not.
    expect(nantes?.facts.find(({ kind }) => kind === 'question')).toMatchObject({
      agree: null,
      score: { n: 7 }
    });
  });

  it('are for a screen of some teams those of these teams and of the company, and of nobody else', async () => {
    const heard = async (teams: Team[] | null) =>
      (await pulse.voicesFor(teams && teams.map(teamId))).map(({ team }) => team?.name ?? null).sort();
    expect(await heard(null)).toEqual([null]);
    expect(await heard(['rennes'])).toEqual([null]);
    expect(await heard(['lyon'])).toEqual([null]);
    expect(await heard(['nantes'])).toEqual(['Nantes', null]);
    expect(await heard(['ouest', 'nantes', 'rennes'])).toEqual(['Nantes', 'Ouest', null]);
  });

  it('are looked at again only when something was published', async () => {
    await pulse.look();
    database.asked('');
    expect(await pulse.look()).toBe(false);
    expect(database.asked('/cells')).toBe(0);
  });

  describe('in numbers', () => {
    const figuresFor = (teams: Team[] | null): Promise<Figure[]> =>
      readFigures(database.supabase.service, pulse, teams && teams.map(teamId));
    const kindsOf = (figures: Figure[]) => figures.map(({ kind }) => kind);

    it('are nothing of customers of whom fewer than twenty spoke', async () => {
      await database.say(many(19, 'trop peu'), { team: 'nantes', stars: 5 });
      expect(kindsOf(await figuresFor(null))).toEqual(['ex', 'enps', 'participation']);
    });

    it('are the customers’ of ninety days and the employees’ of the last waves, each with its n', async () => {
      await database.say(['le vingtième'], { team: 'nantes', stars: 5 });
      await database.say(many(20, 'sans réponse'), { sentiment: 'negative', team: 'lyon' });
      await database.say(many(4, 'répondu'), {
        sentiment: 'negative',
        team: 'lyon',
        answer: 'C’est réparé.'
      });
      await database.say(many(5, 'caché'), { sentiment: 'negative', status: 'hidden' });
      await database.say(many(30, 'jadis'), { stars: 1, day: dayAgo(91) });
      const [cx, answered, ex, enps, participation] = await figuresFor(null);
      expect(cx).toMatchObject({ kind: 'cx', measure: 'ratings', team: null, score: { value: 100, n: 20 } });
      // Hidden ones count: 4 of 29.
      expect(answered).toMatchObject({ kind: 'answered', share: { n: 29 }, days: [dayAgo(89), dayAgo(0)] });
      expect(answered?.kind === 'answered' && answered.share.value).toBeCloseTo((100 * 4) / 29);
      expect(ex).toMatchObject({ kind: 'ex', side: 'employees', score: { n: 40 } });
      expect(enps).toMatchObject({ kind: 'enps', score: { n: 40 } });
      expect(participation).toMatchObject({ kind: 'participation', percent: 75 });
    });

    it('are those of a team where a screen shows that team with all below it, else the company’s', async () => {
      const nantes = await figuresFor(['nantes']);
      expect(kindsOf(nantes)).toEqual(['cx', 'ex', 'enps', 'participation']);
      expect(new Set(nantes.map(({ team }) => team))).toEqual(new Set(['Nantes']));
      expect(nantes.find(({ kind }) => kind === 'ex')).toMatchObject({ score: { n: 7 } });
      expect((await figuresFor(['ouest', 'nantes', 'rennes'])).map(({ team }) => team)[0]).toBe('Ouest');
      expect((await figuresFor(['nantes', 'lyon'])).map(({ team }) => team)[0]).toBeNull();
      expect((await figuresFor(['ouest', 'nantes'])).map(({ team }) => team)[0]).toBeNull();
      expect(kindsOf(await figuresFor(['lyon']))).toEqual(['cx', 'answered']);
    });
  });

  it('tells screens that are open of a wave as soon as it is looked for after its publication', async () => {
    const feed = new WallFeed(database.supabase);
    const screen = new Screen({
      ...EVERYONE,
      selection: { ...EVERYONE.selection, teams: EVERY_TEAM.map(teamId) }
    }).connect(feed);
    await screen.until(() => screen.isLive);
    expect(screen.voices.map(({ team }) => team?.name ?? null).sort()).toEqual(['Nantes', 'Ouest', null]);
    expect(screen.figures.some(({ kind }) => kind === 'ex')).toBe(true);
    await database.run(`update public.waves set status = 'published', published_at = now() where id = $1`, [
      waveId(3)
    ]);
    // What is published pokes nobody: a sweep looks for it, and a change brings the sweep about.
    await vi.waitFor(
      async () => {
        await database.say([`encore ${Math.random()}`]);
        expect(screen.voices.some(({ team }) => team?.name === 'Rennes')).toBe(true);
      },
      { timeout: 20_000, interval: 500 }
    );
    feed.close();
  }, 30_000);
});

const waveId = (number: number) => `30000000-0000-4000-8000-00000000000${number}`;
const slugOf = (id: string) =>
  (['bellerive', 'ouest', 'nantes', 'rennes', 'lyon'] as const).find((slug) => teamId(slug) === id) ?? id;
const dayAgo = (days: number) => {
  const now = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(Date.now());
  return new Date(Date.parse(now) - days * 86_400_000).toISOString().slice(0, 10);
};

/** A wave that closed so many days ago and asked everybody. */
async function wave(
  { run }: WallDatabase,
  number: number,
  { ago, status = 'published' }: { ago: number; status?: string }
): Promise<void> {
  await run(
    `insert into public.waves (id, name, status, opens_at, closes_at, published_at)
     select $1::uuid, 'Le pouls', $2, closed - interval '7 days', closed, case $2 when 'published' then closed end
     from (select now() - make_interval(days => $3::integer) as closed) as times`,
    [waveId(number), status, ago]
  );
  await run(
    `insert into public.wave_teams (wave_id, team_id, parent_id, name) select $1, id, parent_id, name from public.teams`,
    [waveId(number)]
  );
  await run(
    `insert into public.wave_questions (wave_id, question_id, position)
     select $1, id, position from public.questions where slug in ('rhythm', 'recommend')`,
    [waveId(number)]
  );
}

/** What was published of a team: forty people of the company, seven of any other. */
async function cells({ run }: WallDatabase, number: number, team: Team): Promise<void> {
  const [n, spread] = team === 'bellerive' ? [40, '{4,4,8,16,8}'] : [7, null];
  await run(
    `insert into public.cells (wave_id, team_id, question_id, n, total, distribution)
     values ($1, $2, ${RHYTHM}, $3, $3 * 3, $4::integer[]), ($1, $2, ${RECOMMEND}, $3, 1, null)`,
    [waveId(number), teamId(team), n, spread]
  );
  await run(`insert into public.participation (wave_id, team_id, percent) values ($1, $2, 75)`, [
    waveId(number),
    teamId(team)
  ]);
}
