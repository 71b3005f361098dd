import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemo } from '../../src/lib/demo/load.server';
import { openEmbedded } from '../../src/lib/server/embedded/embedded';
import { readMigrations } from '../../src/lib/server/embedded/migrations';
import { connect, type Supabase } from '../../src/lib/server/supabase';
import { linksOf } from '../../src/lib/symmetry/link/link.server';
import { addMonths, type Month } from '../../src/lib/symmetry/month';
import { overviewOf, type Place } from '../../src/lib/symmetry/overview';
import { sumsOf, targetsOf } from '../../src/lib/symmetry/symmetry.server';

const MIGRATIONS = fileURLToPath(new URL('../../supabase/migrations', import.meta.url));

/** The day on which the demo is loaded, and the last month that is over then. */
const DAY = '2026-11-22';
const LAST: Month = '2026-10';
const SPAN = { since: addMonths(LAST, -5), until: LAST };

/** One load for all: it takes seconds, and nothing here changes it. */
describe('Maison Bellerive: the page tells the planted effect from the absences', () => {
  let supabase: Supabase;
  let place: Place;

  beforeAll(async () => {
    const migrations = await readMigrations(MIGRATIONS);
    const embedded = await openEmbedded({ directory: 'memory://', migrations, channels: [] });
    const { publishableKey, secretKey } = embedded.secrets;
    const config = { kind: 'embedded', dataDir: 'memory://', demo: true } as const;
    supabase = connect(config, 'http://embedded.supabase', publishableKey, secretKey, embedded);
    await loadDemo(supabase, new Date(`${DAY}T12:00:00Z`));
    const { data: teams } = await supabase.service
      .from('teams')
      .select('id, parent_id, slug, name')
      .throwOnError();
    const root = teams.find(({ parent_id }) => parent_id === null)!.id;
    place = { teams, root, isCompany: true };
  });
  afterAll(() => supabase?.close());

  const sumsAbout = async (slug: string | null) => {
    const { data: steps } = await supabase.service.from('journey_steps').select('id, slug').throwOnError();
    const step = steps.find((each) => each.slug === slug)?.id ?? null;
    return sumsOf(supabase.service, SPAN, { step, teams: null });
  };
  const linksAbout = async (slug: string | null) => linksOf(await sumsAbout(slug), place, SPAN, 'quarter');

  it.each([[null], ['discovery'], ['advice'], ['payment']])(
    'in time, customers follow the teams by a quarter where they meet them: %s',
    async (step) => {
      const { time } = await linksAbout(step);
      expect(time).toMatchObject({ verdict: 'plausible', strongest: { lag: 1 } });
      // Large enough to be seen, and far from perfect.
      expect(time.strongest!.value).toBeGreaterThan(0.3);
      expect(time.strongest!.value).toBeLessThan(0.85);
    }
  );

  it.each(['delivery', 'use', 'refund'])('they do not where others serve them: %s', async (step) => {
    expect((await linksAbout(step)).time.verdict).not.toBe('plausible');
  });

  it('the employees do not follow their customers: no lag the other way is strong', async () => {
    const { time } = await linksAbout(null);
    for (const { lag, low, high } of time.lags.filter((each) => each.lag < 0))
      expect(low < 0 && high > 0, `lag ${lag}`).toBe(true);
  });

  it.each([[null], ['advice'], ['delivery']])(
    'teams that are better off do not have happier customers: %s',
    async (step) => {
      const { teams } = await linksAbout(step);
      expect(teams.verdict).not.toBe('plausible');
      const { low, high } = teams.strongest ?? { low: -1, high: 1 };
      expect(low < 0 && high > 0).toBe(true);
    }
  );

  it('some teams stand in each quadrant, and some nowhere', async () => {
    const targets = await targetsOf(supabase.service);
    expect(targets).toMatchObject({ cx: 70, ex: 62, setAt: expect.any(String) });
    const { teams } = overviewOf(await sumsAbout(null), place, SPAN, targets, 'quarter');
    const where = Object.fromEntries(teams.map(({ team, position }) => [team.slug, position]));
    expect(where).toMatchObject({
      lyon: 'both',
      strasbourg: 'customers',
      'paris-batignolles': 'employees',
      lille: 'neither'
    });
    expect(Object.values(where)).toContain('undetermined');
  });

  it('every month whose week of grace is over is closed, in its own time', async () => {
    const { data: months } = await supabase.service
      .from('closed_months')
      .select('month, closed_at')
      .order('month')
      .throwOnError();
    expect(months).toHaveLength(27);
    expect(months.at(-1)?.month).toBe('2026-10-01');
    expect(months.at(-1)?.closed_at).toMatch(/^2026-11-07/);
  });
});
