import { decimal, integer, percent, signed } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { LEAST } from '$lib/verbatims/counts';
import type { Figures } from '$lib/verbatims/figures';

type Known = Pick<Figures, 'n' | 'share' | 'change' | 'changed'>;

/**
 * What happened, in one sentence, and how sure that is, in another.
 *
 * @param place what the figures are of
 */
export function headline(
  { n, share, change, changed }: Known,
  place: string
): { said: string; sure: string } {
  if (n === 0) return { said: m.dashboard_said_none({ place }), sure: m.dashboard_sure_none() };
  if (!share) {
    const few = { verbatims: m.dashboard_verbatims({ count: n, text: integer(n) }), least: integer(LEAST) };
    return { said: m.dashboard_said_few({ place }), sure: m.dashboard_sure_few(few) };
  }
  const facts = { place, share: percent(share.value) };
  if (!change) return { said: m.dashboard_said_first(facts), sure: m.dashboard_sure_first() };

  if (!changed) {
    const gap = {
      points: signedPoints(change.value),
      low: signedAmount(change.low),
      high: signedPoints(change.high)
    };
    return { said: m.dashboard_said_steady(facts), sure: m.dashboard_sure_steady(gap) };
  }
  const [least, most] = [Math.abs(change.low), Math.abs(change.high)].sort((a, b) => a - b) as [
    number,
    number
  ];
  const size = { points: points(Math.abs(change.value)), low: amount(least), high: points(most) };
  return change.value > 0
    ? { said: m.dashboard_said_up(facts), sure: m.dashboard_sure_up(size) }
    : { said: m.dashboard_said_down(facts), sure: m.dashboard_sure_down(size) };
}

/** 0.062 -> "6 points" */
function points(share: number): string {
  return m.dashboard_points({ count: 100 * share, text: amount(share) });
}

/** 0.062 -> "+6 points" */
export function signedPoints(share: number): string {
  return m.dashboard_points({ count: Math.abs(100 * share), text: signedAmount(share) });
}

/** Small changes, which large numbers make certain, keep a decimal. */
function amount(share: number): string {
  return Math.abs(share) < 0.02 ? decimal(100 * share) : integer(100 * share);
}

/** 0.062 -> "+6" */
export function signedAmount(share: number): string {
  return Math.abs(share) < 0.02 ? (share > 0 ? '+' : '') + decimal(100 * share) : signed(100 * share);
}
