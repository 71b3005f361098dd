import { m } from '$lib/i18n/paraglide/messages';
import type { Act } from './action';

/** What is said when an act was done. */
export const DONE: Record<Act, () => string> = {
  decide: m.action_told_decide,
  finish: m.action_told_finish,
  reopen: m.action_told_reopen,
  drop: m.action_told_drop
};
