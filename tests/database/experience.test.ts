import { expect, it } from 'vitest';
import { exOf, scoreOf, together, type PulseSums } from '../../src/lib/pulse/score';
import { studentQuantile } from '../../src/lib/statistics/mean';
import { isolate, onEveryEngine, outcome } from '../support/engines';
import { caller, seedCast } from './cast';
import { teamOf } from './names';
import { answer, closeWave, hire, launch, publish, published, type Published } from './pulse';

const LEVERS = ['rhythm', 'respect'];

onEveryEngine('What is added up of a wave for EX', seedCast, (db) => {
  isolate(db);

  /** The Sud-Est: so many people of its own and in its shops, who answer as they are told to. */
  async function survey(
    sizes: Record<string, number>,
    asks: string[],
    say: (person: number, question: number, team: string) => number
  ): Promise<string> {
    const people: { id: string; team: string }[] = [];
    for (const [team, n] of Object.entries(sizes))
      people.push(...(await hire(db, team, n)).map((id) => ({ id, team })));
    const wave = await launch(db, Object.keys(sizes).join(), { audience: ['sud-est'], asks });
    await answer(
      db,
      wave,
      people.map(({ id, team }, i) => ({
        person: id,
        answers: Object.fromEntries(asks.map((question, j) => [question, say(i, j, team)]))
      }))
    );
    await closeWave(db, wave);
    await publish(db, wave);
    return wave;
  }

  const sums = async (wave: string) => {
    const rows = await db.sql<PulseSums & { team: string }>(
      `select slug as team, n, questions, score_sum, error_sum
       from public.pulse_rollups join public.teams on teams.id = team_id where wave_id = $1 order by slug`,
      [wave]
    );
    return new Map(rows.map(({ team, ...row }) => [team, row]));
  };
  /** The published cells of a team on the levers, as the rest of the product reads them. */
  const cellsOf = ({ cells }: Published, team: string) =>
    cells
      .filter((cell) => cell.team === team && LEVERS.includes(cell.question))
      .map((cell) => ({ ...cell, wave_id: 'one', team_id: team, question_id: cell.question }));
  const spread = (person: number, question: number) => 1 + ((person * (2 + question)) % 5);
  const rule = (score: number, n: number) => {
    const share = ((score / 100) * n + 2) / (n + 4);
    return 100 * Math.sqrt((share * (1 - share)) / (n + 4));
  };

  it('is, of at least thirty people, what their scores are together', async () => {
    const wave = await survey({ lyon: 40, 'sud-est': 33 }, LEVERS, spread);
    const figures = await published(db, wave);
    const rows = await sums(wave);
    expect([...rows.keys()]).toEqual(['lyon', 'sud-est']);
    for (const [team, row] of rows) {
      const scores = cellsOf(figures, team).map((cell) => scoreOf(cell, 'agreement'));
      const [ex, expected] = [exOf(row), together(scores)!];
      expect(row.questions).toBe(2);
      for (const side of ['value', 'low', 'high', 'n'] as const)
        expect(ex[side], `${team}: ${side}`).toBeCloseTo(expected[side], 3);
    }
  });

  it('is, of fewer, as sure as the spread of the widest cell makes it, even where their own is shown', async () => {
    const wave = await survey({ lyon: 12, 'sud-est': 40 }, LEVERS, (person, question, team) =>
      team === 'lyon' ? 3 : spread(person, question)
    );
    const figures = await published(db, wave);
    const lyon = cellsOf(figures, 'lyon');
    expect(lyon.map(({ n, distribution }) => [n, distribution])).toEqual([
      [12, [0, 0, 12, 0, 0]],
      [12, [0, 0, 12, 0, 0]]
    ]);
    const errors = lyon.map((cell) => {
      const wider = cellsOf(figures, 'sud-est').find(({ question }) => question === cell.question);
      const { low, high } = scoreOf({ ...cell, distribution: null }, 'agreement', wider);
      return (high - low) / 2 / studentQuantile(11);
    });
    const row = (await sums(wave)).get('lyon')!;
    expect(row).toMatchObject({ n: 12, questions: 2, score_sum: 100 });
    expect(row.error_sum).toBeCloseTo(errors[0]! + errors[1]!, 3);
  });

  it('is not certain where all answer alike, nor where no spread is known', async () => {
    const alike = await survey({ lyon: 35 }, LEVERS, () => 4);
    expect((await sums(alike)).get('lyon')).toMatchObject({ n: 35, score_sum: 150 });
    expect((await sums(alike)).get('lyon')!.error_sum).toBeCloseTo(2 * rule(75, 35), 3);
    const few = await survey({ grenoble: 6 }, ['rhythm'], (person) => 2 + (person % 2));
    expect(cellsOf(await published(db, few), 'grenoble')).toMatchObject([{ n: 6, distribution: null }]);
    expect((await sums(few)).get('grenoble')!.error_sum).toBeCloseTo(rule(37.5, 6), 3);
  });

  it('counts the levers alone: no recommendation, no digital comfort, no guess', async () => {
    const others = ['recommend', 'digital-calm', 'customers-score'];
    const asked = async (wave: string) =>
      new Set((await published(db, wave)).cells.map(({ question }) => question));
    const wave = await survey({ lyon: 12 }, [...others, 'rhythm'], () => 4);
    expect(await asked(wave)).toEqual(new Set([...others, 'rhythm']));
    expect((await sums(wave)).get('lyon')).toMatchObject({ questions: 1, score_sum: 75 });
    const without = await survey({ grenoble: 12 }, others, () => 4);
    expect(await asked(without)).toEqual(new Set(others));
    expect(await sums(without)).toEqual(new Map());
  });

  it('has no row for a team that was withheld, and none that was not published', async () => {
    const wave = await survey({ lyon: 12, grenoble: 12, marseille: 3, 'sud-est': 1 }, LEVERS, spread);
    const shown = new Set((await published(db, wave)).cells.map(({ team }) => team));
    expect(shown).not.toContain('marseille');
    expect([...(await sums(wave)).keys()]).toEqual([...shown].sort());
  });

  it('says how few answered the question that fewest answered', async () => {
    const people = await hire(db, 'lyon', 12);
    const wave = await launch(db, 'sud-est', { audience: ['sud-est'], asks: LEVERS });
    await answer(
      db,
      wave,
      people.map((person, i) => ({ person, answers: { rhythm: 2, ...(i < 7 && { respect: 4 }) } }))
    );
    await closeWave(db, wave);
    await publish(db, wave);
    expect(cellsOf(await published(db, wave), 'lyon').map(({ n }) => n)).toEqual([7, 12]);
    expect((await sums(wave)).get('lyon')).toMatchObject({ n: 7, questions: 2 });
  });

  it('is never changed: not by the database’s owner, nor by the service', async () => {
    const changes = [
      `update public.pulse_rollups set score_sum = 0 where team_id = '${teamOf('nantes')}'`,
      `delete from public.pulse_rollups where team_id = '${teamOf('nantes')}'`
    ];
    for (const change of changes) {
      expect(await outcome(db.attempt(change))).toBe('P0001');
      expect(await db.as(caller('service'), (sql) => outcome(sql(change)))).toBe('42501');
    }
  });
});
