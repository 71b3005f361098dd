import { expect, it } from 'vitest';
import { isolate, onEveryEngine, type Database } from '../support/engines';
import { caller, seedCast } from './cast';
import { idOf, personOf } from './names';
import { answer, closeWave, hire, launch } from './pulse';

type Occasion = 'invitation' | 'reminder' | 'everybody';

onEveryEngine('Whom a wave writes to', seedCast, (db) => {
  isolate(db);

  /** Days from now. */
  const recipients = (wave: string, occasion: Occasion, days = 0) => namesOf(db, wave, occasion, days);
  const note = (wave: string, occasion: Occasion, people: string[], days = 0) =>
    db.sql(
      `select public.note_messages($1, $2, array(select uuid(jsonb_array_elements_text($3))), now() + $4 * interval '1 day')`,
      [wave, occasion, people, days]
    );

  it('is invited once', async () => {
    const people = await hire(db, 'lille', 6);
    const wave = await launch(db, 'once', { audience: ['lille'] });
    expect(await recipients(wave, 'invitation')).toHaveLength(7);
    await note(wave, 'invitation', people);
    expect(await recipients(wave, 'invitation')).toEqual(['Nora Petit']);
  });

  it('is reminded once, if they were invited and have not answered', async () => {
    const people = await hire(db, 'lille', 6);
    const wave = await launch(db, 'waiting', { audience: ['lille'] });
    expect(await recipients(wave, 'reminder')).toEqual([]);
    await note(wave, 'invitation', people);
    await answer(db, wave, [
      { person: people[0]!, answers: { rhythm: 3 } },
      { person: people[1]!, answers: {} }
    ]);
    expect(await recipients(wave, 'reminder', 3)).toEqual(['lille 2', 'lille 3', 'lille 4', 'lille 5']);
    await note(wave, 'reminder', people.slice(2, 5), 3);
    expect(await recipients(wave, 'reminder', 3)).toEqual(['lille 5']);
    expect(await recipients(wave, 'reminder', 5)).toEqual(['lille 5']);
  });

  it('is not reminded by a wave within 14 days of a reminder by another', async () => {
    const people = await hire(db, 'lille', 6);
    const [first, second] = [
      await launch(db, 'first', { audience: ['lille'] }),
      await launch(db, 'second', { audience: ['lille'], closes: 27 })
    ];
    for (const wave of [first, second]) await note(wave, 'invitation', people);
    await note(first, 'reminder', people.slice(0, 5), 1);
    expect(await recipients(second, 'reminder', 14)).toEqual(['lille 5']);
    expect(await recipients(second, 'reminder', 15)).toHaveLength(6);
  });

  it('is not reminded by a wave that reminds nobody', async () => {
    const people = await hire(db, 'lille', 6);
    const wave = await launch(db, 'discreet', { audience: ['lille'], with: { reminds: false } });
    await note(wave, 'invitation', people);
    expect(await recipients(wave, 'reminder', 3)).toEqual([]);
  });

  it('gets links to hand out for everybody, which tells nobody who has answered', async () => {
    const people = await hire(db, 'lille', 6);
    const wave = await launch(db, 'by hand', { audience: ['lille'] });
    await answer(db, wave, [{ person: people[0]!, answers: { rhythm: 3 } }]);
    expect(await recipients(wave, 'everybody')).toHaveLength(7);
  });

  it('is nobody who has left since, and nobody at all once its time is over', async () => {
    const people = await hire(db, 'lille', 6);
    const wave = await launch(db, 'over', { audience: ['lille'] });
    await db.sql(`update public.people set left_on = current_date where id = $1`, [people[0]]);
    expect(await recipients(wave, 'invitation')).toHaveLength(6);
    expect(await recipients(wave, 'invitation', 6)).toEqual([]);
    await closeWave(db, wave);
    expect(await recipients(wave, 'everybody')).toEqual([]);
  });

  it('comes in pages, everybody on one and nobody on two', async () => {
    const people = await hire(db, 'lille', 11);
    const wave = await launch(db, 'pages', { audience: ['lille'] });
    const seen: string[] = [];
    const sizes: number[] = [];
    for (let after: string | null = null; sizes.at(-1) !== 0; after = seen.at(-1) ?? null) {
      const rows: { person_id: string }[] = await db.sql(
        `select person_id from public.wave_recipients($1, 'invitation', $2, 5)`,
        [wave, after]
      );
      sizes.push(rows.length);
      seen.push(...rows.map(({ person_id }) => person_id));
    }
    expect(sizes).toEqual([5, 5, 2, 0]);
    expect([...seen].sort()).toEqual([...people, idOf('person nora')].sort());
  });

  it('is kept with nothing that tells, once the wave is over, who had answered before the reminder', async () => {
    const people = await hire(db, 'lille', 6);
    const wave = await launch(db, 'told nobody', { audience: ['lille'] });
    await note(wave, 'invitation', people);
    await answer(db, wave, [{ person: people[0]!, answers: { rhythm: 3 } }]);
    await note(wave, 'reminder', people.slice(1), 3);
    await closeWave(db, wave);
    const kept = await db.sql(
      `select distinct state, reminded_on - current_date as day from public.roster where wave_id = $1`,
      [wave]
    );
    expect(kept).toEqual([{ state: null, day: 3 }]);
  });

  it('is forgotten when the next wave closes, but for a reminder that may still spare somebody another', async () => {
    const people = await hire(db, 'lille', 6);
    const waves: string[] = [];
    for (const name of ['quiet', 'insistent', 'next'])
      waves.push(await launch(db, name, { audience: ['lille'] }));
    const [quiet, insistent, next] = waves as [string, string, string];
    await note(insistent, 'reminder', people);
    for (const wave of [quiet, insistent, next]) await closeWave(db, wave);
    const [kept] = await db.sql<{ waves: string[] }>(
      `select array_agg(distinct wave_id) as waves from public.roster where wave_id = any ($1::uuid[])`,
      [waves]
    );
    expect([...kept!.waves].sort()).toEqual([insistent, next].sort());
  });

  it('is a matter of the service: who hands links out by hand is an administrator, and is noted', async () => {
    const wave = await launch(db, 'noted');
    await db.as(caller('thomas'), (sql) => sql(`select public.note_links_handed_out($1)`, [wave]));
    expect(
      await db.sql(`select person_id, subject_id from public.audit_log where action = 'hand_out_links'`)
    ).toEqual([{ person_id: personOf('thomas'), subject_id: wave }]);
  });
});

async function namesOf(db: Database, wave: string, occasion: Occasion, days: number): Promise<string[]> {
  const rows = await db.sql<{ full_name: string }>(
    `select full_name from public.wave_recipients($1, $2, at => now() + $3 * interval '1 day')`,
    [wave, occasion, days]
  );
  return rows.map(({ full_name }) => full_name).sort();
}
