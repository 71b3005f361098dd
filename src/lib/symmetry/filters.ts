import { addMonths, isMonth, monthOf, monthsBetween, type Grain, type Month, type Span } from './month';

export const PRESETS = ['3m', '6m', '12m', '24m'] as const;
type Preset = (typeof PRESETS)[number];

/** What the page of symmetry shows; lives in its address. */
export interface Filters {
  /** `months` is a span of one's own. */
  preset: Preset | 'months';
  span: Span;
  /** Slug of a team with others below it; null is the company. */
  region: string | null;
  /** Slug of the step of the journey that customers speak of; null is all of them. */
  step: string | null;
  by: Grain;
}

/** What a filter may name. A name that is not among them is as good as none. */
export interface Known {
  regions: readonly string[];
  steps: readonly string[];
}

const DEFAULT: Preset = '6m';
const USUAL_GRAIN: Grain = 'quarter';

/** The longest span: the organisation of longer ago is another one. */
const LONGEST = 36;

/**
 * Reads the filters of an address; whatever is wrong in it counts as not said. Months are whole ones: the running one
 * belongs to no span until it is over.
 *
 * @param today YYYY-MM-DD
 */
export function readFilters(params: URLSearchParams, known: Known, today: string): Filters {
  const last = addMonths(monthOf(today), -1);
  const named = PRESETS.find((preset) => preset === params.get('period'));
  const own = named ? null : ownSpan(params.get('from') ?? '', params.get('to') ?? '', last);
  const by = params.get('by');
  return {
    preset: own ? 'months' : (named ?? DEFAULT),
    span: own ?? presetSpan(named ?? DEFAULT, last),
    region: among(known.regions, params.get('region')),
    step: among(known.steps, params.get('step')),
    by: by === 'month' || by === 'quarter' ? by : USUAL_GRAIN
  };
}

/** The address that shows the same: `readFilters` undone, without what goes without saying. */
export function writeFilters({ preset, span, region, step, by }: Filters): URLSearchParams {
  const params = new URLSearchParams();
  if (preset === 'months') {
    params.set('from', span.since);
    params.set('to', span.until);
  } else if (preset !== DEFAULT) {
    params.set('period', preset);
  }
  if (region) params.set('region', region);
  if (step) params.set('step', step);
  if (by !== USUAL_GRAIN) params.set('by', by);
  return params;
}

function presetSpan(preset: Preset, last: Month): Span {
  return { since: addMonths(last, 1 - Number.parseInt(preset, 10)), until: last };
}

function ownSpan(from: string, to: string, last: Month): Span | null {
  if (!isMonth(from) || !isMonth(to)) return null;
  const until = to > last ? last : to;
  if (from > until) return null;
  return { since: monthsBetween(from, until) < LONGEST ? from : addMonths(until, 1 - LONGEST), until };
}

function among(known: readonly string[], name: string | null): string | null {
  return name !== null && known.includes(name) ? name : null;
}
