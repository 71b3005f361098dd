import { describe, expect, it } from 'vitest';
import { isolate, onEveryEngine, outcome } from '../support/engines';
import { caller, seedCast } from './cast';
import { idOf, personOf, teamOf } from './names';
import { answer, closeWave, hire, launch, plan, publish } from './pulse';

onEveryEngine('A wave', seedCast, (db) => {
  isolate(db);

  const launching = (wave: string) => db.attempt(`select public.launch_wave($1)`, [wave]);
  const invited = async (wave: string) => {
    const rows = await db.sql<{ name: string; team: string }>(
      `select full_name as name, (select slug from public.teams where id = roster.team_id) as team
       from public.roster join public.people on people.id = person_id where wave_id = $1 order by 1`,
      [wave]
    );
    return rows.map(({ name, team }) => `${name}, ${team}`);
  };
  const tree = (wave: string) =>
    db.sql(`select team_id, parent_id, name from public.wave_teams where wave_id = $1 order by team_id`, [
      wave
    ]);

  describe('at its launch', () => {
    it('invites who has been there for 30 days and is still, each in their team', async () => {
      await hire(db, 'nantes', 1, { name: 'just in time', joined: 30 });
      await hire(db, 'nantes', 1, { name: 'too new', joined: 29 });
      await hire(db, 'nantes', 1, { name: 'gone today', left: 0 });
      await hire(db, 'nantes', 1, { name: 'here today', left: 1 });
      await hire(db, 'rennes', 2);
      expect(await invited(await launch(db, 'ouest', { audience: ['ouest'] }))).toEqual([
        'Inès Morel, nantes',
        'Youssef Karam, ouest',
        'here today 0, nantes',
        'just in time 0, nantes',
        'rennes 0, rennes',
        'rennes 1, rennes'
      ]);
    });

    it('freezes the organisation and the roster, whatever happens to people and teams afterwards', async () => {
      const people = await hire(db, 'nantes', 6);
      const wave = await launch(db, 'frozen', { audience: ['ouest'] });
      const before = [await tree(wave), await invited(wave)];
      await hire(db, 'nantes', 3, { name: 'later' });
      await db.sql(`update public.people set team_id = $1 where id = $2`, [teamOf('rennes'), people[0]]);
      await db.sql(`update public.people set left_on = current_date where id = $1`, [people[1]]);
      await db.sql(`update public.teams set parent_id = $1, name = 'Loin' where slug = 'rennes'`, [
        teamOf('nord-est')
      ]);
      await db.run(`
        insert into public.teams (parent_id, kind, slug, name) values ('${teamOf('ouest')}', 'site', 'brest', 'Brest');
        delete from public.teams where slug = 'bordeaux'`);
      expect([await tree(wave), await invited(wave)]).toEqual(before);
    });

    it('counts nobody twice when its audience names a team and one below it', async () => {
      await hire(db, 'nantes', 6);
      const wave = await launch(db, 'twice', { audience: ['nantes', 'ouest', 'strasbourg'] });
      expect(await invited(wave)).toHaveLength(9);
      const tops = await db.sql(
        `select name from public.wave_teams where wave_id = $1 and parent_id is null order by 1`,
        [wave]
      );
      expect(tops).toEqual([{ name: 'Ouest' }, { name: 'Strasbourg' }]);
    });

    it('asks nobody when fewer would be invited than the threshold', async () => {
      await hire(db, 'dijon', 4);
      const wave = await plan(db, 'small', { audience: ['dijon'] });
      expect(await outcome(launching(wave))).toBe('PT422');
      expect(await db.sql(`select status from public.waves where id = $1`, [wave])).toEqual([
        { status: 'planned' }
      ]);
      await hire(db, 'dijon', 1, { name: 'the fifth' });
      expect(await outcome(launching(wave))).toBe('done');
    });

    it('asks nobody without a question', async () => {
      expect(await outcome(launching(await plan(db, 'mute', { asks: [] })))).toBe('PT422');
    });

    it('waits for its time, and opens once', async () => {
      const early = await plan(db, 'early', { opens: 1 });
      expect(await outcome(launching(early))).toBe('PT409');
      const wave = await plan(db, 'in time');
      expect(await outcome(launching(wave))).toBe('done');
      expect(await outcome(launching(wave))).toBe('PT409');
    });
  });

  describe('once it is launched', () => {
    it.each([
      ['its thresholds', 'k_score = 6'],
      ['its second threshold', 'k_distribution = 11'],
      ['its dates', `closes_at = closes_at + interval '1 day'`],
      ['its beginning', `opens_at = opens_at - interval '1 day'`],
      ['its audience', 'audience = null'],
      ['its name', `name = 'Autre'`],
      ['its launch', `status = 'planned'`],
      ['its publication by hand', `status = 'published', published_at = now()`]
    ])('nobody changes %s, not even the owner of the database', async (_, set) => {
      const wave = await launch(db, 'fixed', { audience: ['bellerive'], with: { k_distribution: 12 } });
      const change = `update public.waves set ${set} where id = '${wave}'`;
      expect(await outcome(db.attempt(change))).toBe('P0001');
      expect(await outcome(db.as(caller('service'), (sql) => sql(change)))).toBe('42501');
      expect(await db.as(caller('thomas'), (sql) => sql(`${change} returning id`))).toEqual([]);
    });

    it('nobody deletes it, and an administrator may before', async () => {
      const wave = await launch(db, 'kept');
      expect(await outcome(db.attempt(`delete from public.waves where id = '${wave}'`))).toBe('P0001');
      const other = await plan(db, 'dropped');
      const drop = `delete from public.waves where id = '${other}' returning id`;
      expect(await db.as(caller('thomas'), (sql) => sql(drop))).toHaveLength(1);
    });

    it('the words of its questions are fixed; one that was asked can only be retired', async () => {
      const reword = (slug: string) =>
        outcome(db.attempt(`update public.questions set text_fr = 'Ça va ?' where slug = '${slug}'`));
      await plan(db, 'only planned', { asks: ['skills'] });
      expect(await reword('skills')).toBe('done');
      await launch(db, 'asking', { asks: ['respect'] });
      expect(await reword('respect')).toBe('PT409');
      const set = (change: string) =>
        outcome(db.attempt(`update public.questions set ${change} where slug = 'respect'`));
      expect(await set(`scale = 'recommendation', lever = null, battery = 'recommendation'`)).toBe('PT409');
      expect(await set(`retired_at = now()`)).toBe('done');
    });
  });

  it.each(['k_score = 4', 'k_distribution = 9', 'k_score = 11', 'k_score = 0'])(
    'never has thresholds below the floors or upside down, nor has its plan: %s',
    async (set) => {
      const wave = await plan(db, 'lowered');
      expect(await outcome(db.attempt(`update public.waves set ${set} where id = '${wave}'`))).toBe('23514');
      expect(await outcome(db.attempt(`update public.wave_plans set ${set}`))).toBe('23514');
    }
  );

  describe('that is called off', () => {
    const cancel = (who: 'thomas' | 'claire' | 'youssef' | 'helene', wave: string) =>
      db.as(caller(who), (sql) => outcome(sql(`select public.cancel_wave($1)`, [wave])));

    it('forgets what was answered and who did, and leaves other waves alone', async () => {
      const people = await hire(db, 'nantes', 8);
      const [wave, other] = [await launch(db, 'off'), await launch(db, 'on')];
      for (const each of [wave, other])
        await answer(
          db,
          each,
          people.map((person) => ({ person, answers: { rhythm: 2 }, comment: 'Un mot' }))
        );
      await db.sql(`insert into public.answer_links values (repeat('a', 64), $1, $2)`, [wave, people[0]]);
      const kept = (of: string) =>
        db.sql(
          `select (select count(*) from public.answer_inbox where wave_id = $1) as answers,
             (select count(*) from public.comment_inbox where wave_id = $1) as comments,
             (select count(state) from public.roster where wave_id = $1) as states,
             (select count(*) from public.answer_links where wave_id = $1) as links`,
          [of]
        );
      const before = await kept(other);
      expect(await cancel('thomas', wave)).toBe('done');
      expect(await kept(wave)).toEqual([{ answers: 0, comments: 0, states: 0, links: 0 }]);
      expect(await kept(other)).toEqual(before);
      expect(before).toMatchObject([{ answers: 8, comments: 8 }]);
      expect(
        await db.sql(`select person_id, subject_id from public.audit_log where action = 'cancel'`)
      ).toEqual([{ person_id: personOf('thomas'), subject_id: wave }]);
      expect(await answer(db, wave, [{ person: people[0]!, answers: { rhythm: 1 } }])).toEqual({ closed: 1 });
      expect(await outcome(db.attempt(`select public.publish_wave($1, '{}')`, [wave]))).toBe('PT409');
    });

    it('is called off by an administrator alone, and only while it is open', async () => {
      const wave = await launch(db, 'stays');
      for (const who of ['claire', 'youssef', 'helene'] as const)
        expect(await cancel(who, wave), who).toBe('PT403');
      expect(await cancel('thomas', await plan(db, 'not yet'))).toBe('PT409');
      expect(await cancel('thomas', idOf('nothing'))).toBe('PT409');
      await closeWave(db, wave);
      expect(await cancel('thomas', wave)).toBe('PT409');
      await publish(db, wave);
      expect(await cancel('thomas', wave)).toBe('PT409');
    });
  });
});
