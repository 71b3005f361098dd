import { describe, expect, it } from 'vitest';
import { isolate, onEveryEngine, outcome } from '../support/engines';
import { caller, seedCast, type Actor } from './cast';
import { commentOf, idOf, personOf } from './names';
import { answer, closeWave, hire, launch, publish, published, type Given } from './pulse';

onEveryEngine('A comment', seedCast, (db) => {
  isolate(db);

  /** A wave of the Ouest that these took part in, closed and published. */
  async function ended(given: Given[], before?: () => Promise<unknown>): Promise<string> {
    const wave = await launch(db, 'comments', { audience: ['ouest'] });
    await answer(db, wave, given);
    await before?.();
    await closeWave(db, wave);
    await publish(db, wave);
    return wave;
  }
  const crew = async (team: string, n: number) => {
    const people = await hire(db, team, n, { name: `${team} crew` });
    return people.map((person, i) => ({ person, answers: { rhythm: 3 }, comment: `${team} ${i}` }));
  };
  const places = async (wave: string) =>
    (await published(db, wave)).comments.map(({ team, text }) => `${text} in ${team}`);

  describe('is read', () => {
    it('in the smallest cell of ten respondents around its author, or nowhere', async () => {
      const wave = await ended([
        ...(await crew('nantes', 12)),
        ...(await crew('rennes', 6)),
        ...(await crew('bordeaux', 5))
      ]);
      const read = await places(wave);
      expect(read).toHaveLength(23);
      expect(read.filter((place) => place.endsWith('in nantes'))).toHaveLength(12);
      expect(read).toContain('rennes 0 in ouest');
      const alone = await hire(db, 'dijon', 6);
      const small = await launch(db, 'small', { audience: ['dijon'] });
      await answer(
        db,
        small,
        alone.map((person) => ({ person, answers: { rhythm: 1 }, comment: 'Trop peu' }))
      );
      await closeWave(db, small);
      await publish(db, small);
      expect(await places(small)).toEqual([]);
    });

    it('with the mood of its cell where there are ten, and without where there are fewer', async () => {
      const quiet = (await crew('rennes', 12)).map((given, i) => (i < 9 ? given : { ...given, comment: '' }));
      const wave = await ended([...(await crew('nantes', 12)), ...quiet]);
      const { moods } = await published(db, wave);
      expect(
        moods.map(({ team, positive, neutral, negative }) => [team, positive + neutral + negative])
      ).toEqual([['nantes', 12]]);
    });

    it('waiting, under a new id, and not in the order of arrival', async () => {
      const wave = await ended(await crew('nantes', 40));
      const rows = await db.sql<{ text: string; status: string }>(
        `select text, status from public.comments where wave_id = $1 order by ctid`,
        [wave]
      );
      expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['waiting']));
      const arrival = rows.map((_, i) => `nantes ${i}`);
      expect(rows.map(({ text }) => text)).not.toEqual(arrival);
      expect([...rows.map(({ text }) => text)].sort()).toEqual(arrival.sort());
    });
  });

  describe('does not stand alone in a cell whose other people are all in cells of their own', () => {
    const ALONE = 'Je suis seul ici';
    const shops = async () => [...(await crew('nantes', 12)), ...(await crew('rennes', 12))];

    it('when its author, the only one above the shops, gave no answer', async () => {
      const wave = await ended([
        ...(await shops()),
        { person: personOf('youssef'), answers: {}, comment: ALONE }
      ]);
      expect(await places(wave)).toHaveLength(24);
      expect((await places(wave)).join()).not.toContain(ALONE);
    });

    it.each([
      ['left before the close', `update public.people set left_on = current_date where id = $1`],
      ['was erased before the close', `delete from public.people where id = $1`]
    ])('nor when its author answered and %s: a shop’s stand with it', async (_, sql) => {
      const given = [
        ...(await shops()),
        { person: personOf('youssef'), answers: { rhythm: 1 }, comment: ALONE }
      ];
      const wave = await ended(given, () => db.sql(sql, [personOf('youssef')]));
      const read = await places(wave);
      const cell = read.find((place) => place.startsWith(ALONE))?.split(' in ')[1];
      expect(cell).toBeDefined();
      expect(read.filter((place) => place.endsWith(` in ${cell}`))).toHaveLength(13);
    });
  });

  describe('is settled', () => {
    const settle = (who: Actor, call: string) =>
      db.as(caller(who), (sql) => outcome(sql(`select public.${call}`)));
    const stored = async (label: string) =>
      (await db.sql(`select status, text from public.comments where id = $1`, [commentOf(label)]))[0];

    it('by Hélène, for the managers of its cell to read, with what gives its author away taken out', async () => {
      const seen = () =>
        db.as(caller('youssef'), async (sql) =>
          (await sql<{ text: string }>(`select text from public.comments order by 1 desc`)).map(
            ({ text }) => text
          )
        );
      expect(await seen()).toEqual(['nantes released']);
      expect(await settle('helene', `release_comment('${commentOf('nantes waiting')}', 'nantes […]')`)).toBe(
        'done'
      );
      expect(await seen()).toEqual(['nantes released', 'nantes […]']);
      expect(await settle('helene', `withhold_comment('${commentOf('nantes released')}')`)).toBe('done');
      expect(await seen()).toEqual(['nantes […]']);
      const acts = await db.sql(
        `select action, person_id, subject_id, details from public.audit_log where subject = 'comment' order by id`
      );
      expect(acts).toEqual([
        {
          action: 'released',
          person_id: personOf('helene'),
          subject_id: commentOf('nantes waiting'),
          details: {}
        },
        {
          action: 'withheld',
          person_id: personOf('helene'),
          subject_id: commentOf('nantes released'),
          details: {}
        }
      ]);
    });

    it('with its words as they are when nothing is taken out', async () => {
      await settle('helene', `release_comment('${commentOf('nantes waiting')}', '  ')`);
      expect(await stored('nantes waiting')).toEqual({ status: 'released', text: 'nantes waiting' });
    });

    it.each(['relation-client waiting', 'relation-client released', 'nantes early', 'no such'])(
      'not by Hélène when it is %s: of her own team, of a wave that is not published, or nowhere',
      async (label) => {
        const before = await stored(label);
        for (const act of ['release_comment', 'withhold_comment'])
          expect(await settle('helene', `${act}('${commentOf(label)}')`)).toBe('PT404');
        expect(await stored(label)).toEqual(before);
      }
    );

    it('by another moderator for Hélène’s team, and by nobody who is not one', async () => {
      const release = `release_comment('${commentOf('relation-client waiting')}')`;
      for (const who of ['ines', 'youssef', 'lea', 'claire', 'thomas', 'paul', 'stranger'] as const)
        expect(await settle(who, release), who).toBe('PT403');
      expect(await settle('anon', release)).toBe('42501');
      expect(await settle('service', release)).toBe('42501');
      await db.sql(`update public.people set role = 'moderator' where id = $1`, [personOf('ines')]);
      expect(await settle('ines', release)).toBe('done');
      expect(await stored('relation-client waiting')).toMatchObject({ status: 'released' });
    });

    it('one by one: another is left as it was', async () => {
      await settle('helene', `withhold_comment('${idOf('comment nantes waiting')}')`);
      expect(await stored('strasbourg waiting')).toMatchObject({ status: 'waiting' });
    });
  });
});
