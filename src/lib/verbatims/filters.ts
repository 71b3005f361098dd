import { addDays, daysBetween, isDay, lastDays, lastMonths, periodOf, type Period } from './period';

export const PRESETS = ['30d', '90d', '12m', '18m'] as const;
export type Preset = (typeof PRESETS)[number];

/** What a page shows of the verbatims; lives in its address. */
export interface Filters {
  /** `dates` is a period of one's own. */
  preset: Preset | 'dates';
  period: Period;
  /** Slugs; null is all of them. */
  team: string | null;
  step: string | null;
  channel: string | null;
}

/** What a filter may name. A name that is not among them is as good as none. */
export interface Known {
  teams: readonly string[];
  steps: readonly string[];
}

const DEFAULT: Preset = '90d';

/** A typing error in a year must not ask for two thousand years of days. */
const LONGEST = 3660;

/**
 * Reads the filters of an address; whatever is wrong in it counts as not said.
 *
 * @param today YYYY-MM-DD, the last day of every preset
 */
export function readFilters(params: URLSearchParams, known: Known, today: string): Filters {
  const named = PRESETS.find((preset) => preset === params.get('period'));
  const own = named ? null : ownPeriod(params.get('from') ?? '', params.get('to') ?? '', today);
  const preset = own ? 'dates' : (named ?? DEFAULT);
  return {
    preset,
    period: own ?? presetPeriod(named ?? DEFAULT, today),
    team: among(known.teams, params.get('team')),
    step: among(known.steps, params.get('step')),
    channel: slug(params.get('channel'))
  };
}

/** The address that shows the same: `readFilters` undone, without what goes without saying. */
export function writeFilters({ preset, period, team, step, channel }: Filters): URLSearchParams {
  const params = new URLSearchParams();
  if (preset === 'dates') {
    params.set('from', period.since);
    params.set('to', period.until);
  } else if (preset !== DEFAULT) {
    params.set('period', preset);
  }
  for (const [name, value] of Object.entries({ team, step, channel })) if (value) params.set(name, value);
  return params;
}

/** Today where the company is, YYYY-MM-DD. */
export function today(now = new Date()): string {
  return PARIS.format(now);
}
/** Swedish dates are written as ours are. */
const PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

function presetPeriod(preset: Preset, today: string): Period {
  const count = Number.parseInt(preset, 10);
  return preset.endsWith('m') ? lastMonths(count, today) : lastDays(count, today);
}

function ownPeriod(from: string, to: string, today: string): Period | null {
  if (!isDay(from) || !isDay(to)) return null;
  const until = to > today ? today : to;
  if (from > until) return null;
  const earliest = addDays(until, 1 - LONGEST);
  return periodOf(daysBetween(from, until) < LONGEST ? from : earliest, until, today);
}

function among(known: readonly string[], name: string | null): string | null {
  return name !== null && known.includes(name) ? name : null;
}

/** Channels are not listed anywhere: any name that could be one is asked for. */
function slug(name: string | null): string | null {
  return name !== null && name.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) ? name : null;
}
