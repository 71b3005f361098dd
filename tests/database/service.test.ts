import { describe, expect, it } from 'vitest';
import { onEveryEngine } from '../support/engines';
import { seedCast } from './cast';

onEveryEngine('What servers share', seedCast, (db) => {
  describe('Signing in', () => {
    const begin = (account: string, address: string) =>
      `select public.begin_sign_in('${account}', '${address}') as attempt`;
    const attempt = async (account: string, address: string) =>
      (await db.sql<{ attempt: number | null }>(begin(account, address)))[0]!.attempt;
    const allowed = (answers: { attempt: number | null }[][]) =>
      answers.flat().filter((row) => row.attempt !== null);

    it('is refused to an account after ten failures, from whatever address, and to that account alone', async () => {
      for (let n = 0; n < 10; n++) expect(await attempt('one', `address ${n}`)).not.toBeNull();
      expect(await attempt('one', 'yet another')).toBeNull();
      expect(await attempt('two', 'address 1')).not.toBeNull();
    });

    it('is refused to an address after ten failures, on whatever account, and to that address alone', async () => {
      for (let n = 0; n < 10; n++) expect(await attempt(`account ${n}`, 'cellar')).not.toBeNull();
      expect(await attempt('yet another', 'cellar')).toBeNull();
      expect(await attempt('account 1', 'attic')).not.toBeNull();
    });

    it('is possible again a quarter of an hour later, not a minute before', async () => {
      for (let n = 0; n < 10; n++) await attempt('patient', `${n}`);
      const wait = (minutes: number) =>
        db.sql(
          `update public.sign_in_failures set at = at - make_interval(mins => $1) where account = 'patient'`,
          [minutes]
        );
      await wait(14);
      expect(await attempt('patient', 'x')).toBeNull();
      await wait(1);
      expect(await attempt('patient', 'x')).not.toBeNull();
    });

    it('forgives the account its failures when it succeeds, and the address not', async () => {
      for (let n = 0; n < 9; n++) await attempt('forgetful', 'office');
      const last = await attempt('forgetful', 'home');
      expect(await attempt('forgetful', 'home')).toBeNull();
      for (let n = 0; n < 9; n++) await attempt(`stolen ${n}`, 'home');
      await db.sql(`select public.finish_sign_in($1)`, [last]);
      expect(await db.sql(`select from public.sign_in_failures where account = 'forgetful'`)).toEqual([]);
      expect(await attempt('forgetful', 'home')).not.toBeNull();
      expect(await attempt('forgetful', 'home')).toBeNull();
    });

    it('lets exactly ten of thirty through that are tried at once on one account', async () => {
      expect(allowed(await db.crowd(30, (n) => begin('crowd', `from ${n}`)))).toHaveLength(10);
    });

    it('lets exactly ten of thirty through that are tried at once from one address', async () => {
      expect(allowed(await db.crowd(30, (n) => begin(`crowd ${n}`, 'one door')))).toHaveLength(10);
    });
  });

  describe('A job', () => {
    const lease = (job: string) => `select public.lease_job('${job}', interval '1 minute') as mine`;
    const take = async (job: string) => (await db.sql<{ mine: boolean }>(lease(job)))[0]!.mine;

    it('is given to one of twenty who ask at once, the first time and the next', async () => {
      for (const round of ['first', 'next']) {
        const answers = await db.crowd<{ mine: boolean }>(20, () => lease('tidy up'));
        expect(
          answers.flat().filter(({ mine }) => mine),
          round
        ).toHaveLength(1);
        await db.sql(`select public.finish_job('tidy up', interval '0')`);
      }
    });

    it('is taken over when its holder has gone silent, not before', async () => {
      expect(await take('nightly')).toBe(true);
      expect(await take('nightly')).toBe(false);
      await db.sql(
        `update public.jobs set leased_until = now() - interval '1 second' where name = 'nightly'`
      );
      expect(await take('nightly')).toBe(true);
    });

    it('is not due again before its time, and remembers how it ended', async () => {
      await take('hourly');
      await db.sql(`select public.finish_job('hourly', interval '1 hour', 'disk full')`);
      expect(await take('hourly')).toBe(false);
      const [row] = await db.sql(
        `select last_error, leased_until, last_ended_at is not null as ended from public.jobs where name = 'hourly'`
      );
      expect(row).toEqual({ last_error: 'disk full', leased_until: null, ended: true });
      await db.sql(`update public.jobs set due_at = now() where name = 'hourly'`);
      expect(await take('hourly')).toBe(true);
    });
  });
});
