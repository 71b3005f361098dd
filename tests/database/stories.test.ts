import { describe, expect, it } from 'vitest';
import { isolate, onEveryEngine, outcome } from '../support/engines';
import { ACTORS, caller, personOf, seedCast, teamOf, verbatimOf, WEBSITE } from './cast';
import { attempt, DEEDS } from './deeds';
import { look, seenBy, SIGHTS } from './sights';

onEveryEngine('Who sees what', seedCast, (db) => {
  isolate(db);

  it.each(SIGHTS)('$title', async (sight) => {
    expect(await look(db, sight)).toEqual(sight.sees);
  });

  it.each(DEEDS)('$title', async (deed) => {
    expect(await attempt(db, deed)).toBe(deed.ends);
  });

  it('anon can see nothing at all', async () => {
    const tables = [...new Set(SIGHTS.map(({ of }) => of)), 'wall_cards', 'sign_in_failures', 'jobs'];
    await db.as(caller('anon'), async (sql) => {
      for (const table of tables)
        expect(await outcome(sql(`select from public.${table}`)), table).toBe('42501');
    });
  });

  it('the screens’ cards and changes are for the service alone, redacted and approved alone', async () => {
    for (const actor of ACTORS.filter((who) => who !== 'service')) {
      await db.as(caller(actor), async (sql) => {
        expect(await outcome(sql(`select id from public.wall_cards`))).toBe('42501');
        expect(await outcome(sql(`select * from public.wall_changes('-infinity')`))).toBe('42501');
      });
    }
    await db.as(caller('service'), async (sql) => {
      const cards = await sql<{ id: string; text: string }>(`select * from public.wall_cards`);
      const approved = ['nantes approved', 'no team approved', 'rennes approved', 'strasbourg approved'];
      expect(cards.map(({ id }) => id).sort()).toEqual(approved.map(verbatimOf).sort());
      for (const card of cards) expect(JSON.stringify(card)).not.toContain('Petit');
      const changes = await sql<{ id: string; approved: boolean }>(
        `select * from public.wall_changes('-infinity')`
      );
      expect(changes).toHaveLength(16);
      expect(
        changes
          .filter((change) => change.approved)
          .map(({ id }) => id)
          .sort()
      ).toEqual(approved.map(verbatimOf).sort());
    });
  });

  it.each([
    ['', ''],
    [`query => 'ete'`, `text ilike '%été%'`],
    [`query => 'Petit'`, 'false'],
    [`in_status => 'held'`, `status = 'held'`],
    [
      `in_teams => array['${teamOf('strasbourg')}', '${teamOf('nantes')}']::uuid[]`,
      `team_id in ('${teamOf('strasbourg')}', '${teamOf('nantes')}')`
    ],
    [`in_sentiment => 'negative'`, `sentiment = 'negative'`]
  ])(
    'searching by “%s” finds for everybody what they see of the table, and no more',
    async (filter, condition) => {
      for (const actor of ACTORS.filter((who) => who !== 'anon' && who !== 'service')) {
        await db.as(caller(actor), async (sql) => {
          const found = await sql(`select id from public.search_verbatims(${filter}) order by id`);
          const there = await sql(
            `select id from public.verbatims ${condition && `where ${condition}`} order by id`
          );
          expect(found, actor).toEqual(there);
        });
      }
    }
  );

  it('what finds for the search gives nobody an id they may not see', async () => {
    for (const actor of ACTORS.filter((who) => who !== 'anon' && who !== 'service')) {
      await db.as(caller(actor), async (sql) => {
        const finder = `private.find_verbatims(null, null, null, null, null, null, null, null, null, null, null, null, 200)`;
        const found = await sql(`select id from ${finder} order by id`);
        expect(found, actor).toEqual(await sql(`select id from public.verbatims order by id`));
      });
    }
  });

  describe('when people come, move and go', () => {
    it('who leaves at the end of a day sees until then, and nothing after', async () => {
      const paul = personOf('paul');
      await db.sql(`update public.people set left_on = current_date + 1 where id = $1`, [paul]);
      expect(await seenBy(db, 'paul')).toEqual(['nantes approved']);
      await db.sql(`update public.people set left_on = current_date where id = $1`, [paul]);
      expect(await seenBy(db, 'paul')).toEqual([]);
    });

    it('Inès, moved to Strasbourg by Thomas, sees Strasbourg and no longer Nantes', async () => {
      await db.as(caller('thomas'), (sql) =>
        sql(`update public.people set team_id = $1 where id = $2`, [teamOf('strasbourg'), personOf('ines')])
      );
      expect(await seenBy(db, 'ines')).toEqual(['strasbourg approved']);
    });

    it('Inès, moved to the region itself, does not see its shops: she manages none of them', async () => {
      await db.sql(`update public.people set team_id = $1 where id = $2`, [
        teamOf('ouest'),
        personOf('ines')
      ]);
      expect(await seenBy(db, 'ines')).toEqual([]);
      await db.sql(`update public.verbatims set team_id = $1 where external_id = 'rennes approved'`, [
        teamOf('ouest')
      ]);
      expect(await seenBy(db, 'ines')).toEqual(['rennes approved']);
    });

    it('Youssef follows his region: Rennes leaves it, and his sight', async () => {
      await db.as(caller('thomas'), (sql) =>
        sql(`update public.teams set parent_id = $1 where slug = 'rennes'`, [teamOf('nord-est')])
      );
      expect(await seenBy(db, 'youssef')).toEqual(['nantes approved']);
    });

    it('nobody can promote themselves, and Thomas can promote anybody', async () => {
      for (const actor of ['ines', 'youssef', 'helene', 'claire'] as const) {
        await db.as(caller(actor), (sql) =>
          sql(`update public.people set role = 'admin' where user_id = $1`, [caller(actor).user])
        );
      }
      const admins = () => db.sql(`select full_name from public.people where role = 'admin' order by 1`);
      expect(await admins()).toEqual([{ full_name: 'Thomas Nguyen' }]);
      await db.as(caller('thomas'), (sql) =>
        sql(`update public.people set role = 'admin' where id = $1`, [personOf('claire')])
      );
      expect(await admins()).toHaveLength(2);
    });

    it('no team can be placed below itself, however far', async () => {
      const below = (team: string, parent: string) =>
        db.attempt(`update public.teams set parent_id = $1 where slug = $2`, [teamOf(parent), team]);
      expect(await outcome(below('ouest', 'ouest'))).toBe('P0001');
      expect(await outcome(below('ouest', 'nantes'))).toBe('P0001');
      expect(await outcome(below('nantes', 'sud-est'))).toBe('done');
    });
  });

  describe('sources', () => {
    const connect = `insert into public.sources (name, kind) values ('Avis en ligne', 'webhook')`;
    const trust = `update public.sources set approves_itself = true where id = '${WEBSITE}' returning id`;

    it('Hélène can connect one, and can not let it approve itself afterwards', async () => {
      await db.as(caller('helene'), async (sql) => {
        expect(await outcome(sql(connect))).toBe('done');
        expect(await sql(trust)).toEqual([]);
      });
    });

    it('Thomas can do both; nobody else can do either', async () => {
      await db.as(caller('thomas'), async (sql) => {
        expect(await outcome(sql(connect))).toBe('done');
        expect(await sql(trust)).toHaveLength(1);
      });
      for (const actor of ['stranger', 'paul', 'ines', 'youssef', 'lea', 'claire'] as const) {
        await db.as(caller(actor), async (sql) => {
          expect(
            await outcome(sql(`insert into public.sources (name, kind) values ('${actor}', 'api')`))
          ).toBe('42501');
          expect(await sql(trust)).toEqual([]);
        });
      }
    });
  });
});
