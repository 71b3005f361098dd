import { expect, it } from 'vitest';
import { isolate, onPglite, type Database } from '../support/engines';
import { seedCast } from './cast';
import { attempt, DEEDS } from './deeds';
import { RELATIONS } from './expectations';
import { contradicts, relations } from './measure';
import { look, SIGHTS } from './sights';

const ROLES = ['employee', 'manager', 'moderator', 'leadership', 'admin'];

/** Changes that let nobody see or do anything they could not before, because another policy already lets them. */
const HARMLESS = [
  // An administrator sees everybody.
  'people, “a manager sees the people of their teams”: using with admin',
  // An administrator sets up the sources, connecting them included.
  'sources, “a moderator or administrator connects a source”: with check without admin',
  // A moderator connects sources already, and still finds none to change: that is what `using` decides.
  'sources, “an administrator sets up the sources”: with check with moderator',
  // Both see every verbatim.
  'verbatims, “leadership sees what is approved”: using with moderator',
  'verbatims, “leadership sees what is approved”: using with admin',
  // An administrator plans the waves, seeing them included.
  'wave_plans, “leadership sees when waves come”: using with admin',
  // Leadership sees the same of every team, and decides for every team.
  'comment_moods, “a manager sees the mood of the comments of their teams”: using with leadership',
  'comments, “a manager sees the released comments of their teams”: using with leadership',
  'team_actions, “a manager decides for their teams”: using with leadership',
  'team_actions, “a manager decides for their teams”: with check with leadership'
];

interface Policy {
  name: string;
  table: string;
  using: string | null;
  check: string | null;
}

interface Change {
  what: string;
  condition: string;
}

/** A policy tampered with, and the statement that does it. */
interface Mutant {
  what: string;
  sql: string;
}

/**
 * A policy that could be dropped, opened or widened without a test turning red would be guarded by nothing: every
 * such mutant must contradict an expectation of its table: in the matrix, in a sight or in a deed.
 */
onPglite('No policy can be tampered with unnoticed', seedCast, (db) => {
  isolate(db);

  it('and the measure does not see differences where nothing was changed', async () => {
    for (const table of new Set((await policies(db)).map((policy) => policy.table))) {
      expect(await contradicted(db, table), table).toBeNull();
    }
  });

  it('by dropping it, making it true, leaving out a part of it, or naming another role', async () => {
    const unnoticed: string[] = [];
    let tried = 0;
    for (const policy of await policies(db)) {
      for (const mutant of mutants(policy)) {
        tried++;
        const contradiction = await db.undone(async () => {
          await db.run(mutant.sql);
          return contradicted(db, policy.table);
        });
        if (contradiction === null) unnoticed.push(`${policy.table}, “${policy.name}”: ${mutant.what}`);
      }
    }
    expect(unnoticed.sort()).toEqual(HARMLESS.sort());
    expect(tried).toBeGreaterThan(200);
  }, 180_000);

  it('nor can row-level security be switched off', async () => {
    for (const table of new Set((await policies(db)).map((policy) => policy.table))) {
      const contradiction = await db.undone(async () => {
        await db.run(`alter table public.${table} disable row level security`);
        return contradicted(db, table);
      });
      expect(contradiction, table).not.toBeNull();
    }
  });
});

/** The first expectation of a table that does not hold now, or null. */
async function contradicted(db: Database, table: string): Promise<string | null> {
  for (const sight of SIGHTS.filter(({ of }) => of === table)) {
    const seen = await look(db, sight);
    if (seen.join() !== sight.sees.join()) return sight.title;
  }
  for (const deed of DEEDS.filter(({ to }) => to === table)) {
    if ((await attempt(db, deed)) !== deed.ends) return deed.title;
  }
  const relation = (await relations(db)).find(({ name }) => name === table);
  return (await contradicts(db, relation!, RELATIONS[table]!)) ? 'the matrix' : null;
}

async function policies(db: Database): Promise<Policy[]> {
  return db.sql<Policy>(`
    select policyname as name, tablename as table, qual as using, with_check as check
    from pg_policies where schemaname = 'public'
    order by tablename, policyname`);
}

function mutants({ name, table, using, check }: Policy): Mutant[] {
  const policy = `policy "${name}" on public.${table}`;
  const altered = (clause: string, before: string | null) =>
    before === null
      ? []
      : [{ what: 'true', condition: 'true' }, ...without(before), ...withOtherRoles(before)].map(
          (change) => ({
            what: `${clause} ${change.what}`,
            sql: `alter ${policy} ${clause} (${change.condition})`
          })
        );
  return [
    { what: 'dropped', sql: `drop ${policy}` },
    ...altered('using', using),
    ...altered('with check', check)
  ];
}

/** The condition without each of the parts that its `and`s or `or`s join. */
function without(condition: string): Change[] {
  for (const joint of [' AND ', ' OR ']) {
    const parts = split(bare(condition), joint);
    if (parts.length > 1) {
      return parts.map((part, left) => ({
        what: `without ${part}`,
        condition: parts.filter((_, i) => i !== left).join(joint)
      }));
    }
  }
  return [];
}

/** The condition with each role that it names left out, and each that it does not name let in. */
function withOtherRoles(condition: string): Change[] {
  return [...condition.matchAll(/ARRAY\[([^\]]*)\]/g)].flatMap(([list, named = '']) => {
    const before = named.split(', ').map((role) => role.replace(/'(.*)'::text/, '$1'));
    return ROLES.map((role) => {
      const roles = before.includes(role) ? before.filter((each) => each !== role) : [...before, role];
      const array = `ARRAY[${roles.map((each) => `'${each}'::text`).join(', ')}]::text[]`;
      return {
        what: before.includes(role) ? `without ${role}` : `with ${role}`,
        condition: condition.replace(list, array)
      };
    });
  });
}

/** Splits where the joint stands outside of brackets; conditions of policies hold no brackets in quotes. */
function split(condition: string, joint: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let begin = 0;
  for (let i = 0; i < condition.length; i++) {
    if (condition[i] === '(') depth++;
    if (condition[i] === ')') depth--;
    if (depth === 0 && condition.startsWith(joint, i)) {
      parts.push(condition.slice(begin, i));
      begin = i + joint.length;
    }
  }
  return [...parts, condition.slice(begin)];
}

/** Without the one pair of brackets around all of it. */
function bare(condition: string): string {
  const inner = condition.slice(1, -1);
  let depth = 0;
  for (const character of inner) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) return condition;
  }
  return condition.startsWith('(') ? inner : condition;
}
