import type { Span } from '../waves/clock';

/**
 * Where a wave stands for who looks at the calendar. `late` should be open by now and is not; `missed` was never opened
 * and its time is over; `closing` waits for its figures to be published.
 */
export type State = 'planned' | 'late' | 'missed' | 'open' | 'closing' | 'published' | 'cancelled';

export function stateOf({ status, opens_at, closes_at }: Span & { status: string }, now: Date): State {
  const over = Date.parse(closes_at) <= now.getTime();
  if (status === 'planned') {
    if (over) return 'missed';
    return Date.parse(opens_at) <= now.getTime() ? 'late' : 'planned';
  }
  if (status === 'closed' || (status === 'open' && over)) return 'closing';
  return status as 'open' | 'published' | 'cancelled';
}

/** Whether a wave is behind us. */
export function isPast(state: State): boolean {
  return state === 'missed' || state === 'published' || state === 'cancelled';
}
