import { describe, expect, it } from 'vitest';
import { isolate, onEveryEngine, outcome, type Database } from '../support/engines';
import { ACTORS, caller, personOf, seedCast, teamOf, verbatimOf, type Actor } from './cast';
import { seenBy } from './sights';

const HELD = verbatimOf('nantes held');
const APPROVED = verbatimOf('nantes approved');

/** Everybody who moderates nothing. */
const OTHERS: Actor[] = ['anon', 'stranger', 'paul', 'ines', 'youssef', 'lea', 'claire', 'service'];

const ACTS = {
  approve: (id: string) => `select public.approve_verbatim('${id}')`,
  hide: (id: string) => `select public.hide_verbatim('${id}')`,
  hold: (id: string) => `select public.hold_verbatim('${id}')`,
  correct: (id: string) => `select public.correct_sentiment('${id}', 'negative')`,
  answer: (id: string) =>
    `select public.answer_verbatim('${id}', '${teamOf('nantes')}', ' Vitrine réparée ')`,
  read_original: (id: string) => `select public.verbatim_original('${id}') as text`
};

onEveryEngine('Who does what to a verbatim', seedCast, (db) => {
  isolate(db);

  describe.each(['helene', 'thomas'] as const)('%s', (actor) => {
    const may = (statement: string) => db.as(caller(actor), (sql) => sql<{ text: string }>(statement));

    it('approves what is held; it is then seen, and the act is noted', async () => {
      await may(ACTS.approve(HELD));
      expect(await verbatim(db, HELD)).toMatchObject({ status: 'approved', approved: true });
      expect(await seenBy(db, 'ines')).toEqual(['nantes approved', 'nantes held']);
      expect(await noted(db)).toEqual([{ action: 'approve', person_id: personOf(actor), subject_id: HELD }]);
    });

    it('approves twice without a second note, as nothing happens', async () => {
      await may(ACTS.approve(HELD));
      await may(ACTS.approve(HELD));
      expect(await noted(db)).toHaveLength(1);
    });

    it('hides what is approved; nobody but who moderates sees it, until it is approved again', async () => {
      await may(ACTS.hide(APPROVED));
      expect(await verbatim(db, APPROVED)).toMatchObject({ status: 'hidden' });
      expect(await seenBy(db, 'ines')).toEqual([]);
      expect(await noted(db)).toEqual([{ action: 'hide', person_id: personOf(actor), subject_id: APPROVED }]);
      await may(ACTS.approve(APPROVED));
      expect(await seenBy(db, 'ines')).toEqual(['nantes approved']);
    });

    it('takes back an approval: it waits again, and nobody else sees it', async () => {
      await may(ACTS.hold(APPROVED));
      expect(await verbatim(db, APPROVED)).toMatchObject({ status: 'held' });
      expect(await seenBy(db, 'ines')).toEqual([]);
      expect(await noted(db)).toEqual([{ action: 'hold', person_id: personOf(actor), subject_id: APPROVED }]);
    });

    it('corrects a sentiment; the word of a person holds, and all that was said is kept', async () => {
      await may(ACTS.correct(HELD));
      expect(await verbatim(db, HELD)).toMatchObject({
        sentiment: 'negative',
        score: -0.5,
        confidence: 1,
        held_for: []
      });
      await may(`select public.correct_sentiment('${HELD}', 'positive')`);
      const kept = await db.sql(
        `select person_id, was, sentiment from public.corrections where verbatim_id = $1 order by id`,
        [HELD]
      );
      expect(kept).toEqual([
        { person_id: personOf(actor), was: 'neutral', sentiment: 'negative' },
        { person_id: personOf(actor), was: 'negative', sentiment: 'positive' }
      ]);
      expect(await noted(db)).toMatchObject([{ action: 'correct' }, { action: 'correct' }]);
      expect(await outcome(may(`select public.correct_sentiment('${HELD}', 'furious')`))).toBe('23514');
    });

    it('says who took it and what was done', async () => {
      await may(ACTS.answer(APPROVED));
      expect(await verbatim(db, APPROVED)).toMatchObject({
        answer: 'Vitrine réparée',
        owner_team_id: teamOf('nantes')
      });
      expect(await noted(db)).toMatchObject([{ action: 'answer' }]);
    });

    it('reads the original, and that is noted', async () => {
      expect((await may(ACTS.read_original(HELD)))[0]?.text).toContain('Madame Petit');
      expect(await noted(db)).toEqual([
        { action: 'read_original', person_id: personOf(actor), subject_id: HELD }
      ]);
    });

    it('can not approve, hide, hold, correct or answer what is untagged, erased or not there', async () => {
      for (const id of [verbatimOf('nantes received'), verbatimOf('nantes erased'), verbatimOf('nowhere')]) {
        for (const act of ['approve', 'hide', 'hold', 'correct', 'answer'] as const) {
          expect(await outcome(may(ACTS[act](id))), act).toBe('PT404');
        }
      }
      expect(await noted(db)).toEqual([]);
    });

    it('can not change a row behind the functions’ back', async () => {
      expect(await outcome(may(`update public.verbatims set status = 'approved'`))).toBe('42501');
      expect(await outcome(may(`delete from public.verbatims`))).toBe('42501');
      expect(
        await outcome(
          may(`insert into public.corrections (verbatim_id, sentiment) values ('${HELD}', 'neutral')`)
        )
      ).toBe('42501');
    });
  });

  it.each(OTHERS)('%s can do none of it, and leaves no trace', async (actor) => {
    const before = await verbatim(db, HELD);
    for (const [name, act] of Object.entries(ACTS)) {
      const expected = actor === 'anon' || actor === 'service' ? '42501' : 'PT403';
      expect(await outcome(db.as(caller(actor), (sql) => sql(act(HELD)))), name).toBe(expected);
    }
    expect(await verbatim(db, HELD)).toEqual(before);
    expect(await noted(db)).toEqual([]);
  });

  it('the audit log can be added to by functions alone, and changed by nobody, the service included', async () => {
    for (const actor of ACTORS) {
      await db.as(caller(actor), async (sql) => {
        for (const verb of [
          `insert into public.audit_log (action, subject) values ('a', 'b')`,
          `update public.audit_log set action = 'nothing happened'`,
          `delete from public.audit_log`,
          `truncate public.audit_log`,
          `select private.note_act('a', 'b', 'c')`
        ]) {
          expect(await outcome(sql(verb)), `${actor}: ${verb}`).toBe('42501');
        }
      });
    }
  });

  it('imports are written by the service alone', async () => {
    const add = `insert into public.imports (file_name, bytes) values ('avril.csv', 1)`;
    for (const actor of ACTORS.filter((who) => who !== 'service')) {
      expect(await outcome(db.as(caller(actor), (sql) => sql(add))), actor).toBe('42501');
    }
    expect(await outcome(db.as(caller('service'), (sql) => sql(add)))).toBe('done');
  });
});

async function verbatim(db: Database, id: string) {
  const [row] = await db.sql(
    `select status, approved_at is not null as approved, sentiment, score, confidence, held_for, answer, owner_team_id, revision
     from public.verbatims where id = $1`,
    [id]
  );
  return row;
}

/** The acts noted since the cast was seeded. */
async function noted(db: Database) {
  return db.sql(
    `select action, person_id, subject_id from public.audit_log where action not in ('import', 'sign_in') order by id`
  );
}
