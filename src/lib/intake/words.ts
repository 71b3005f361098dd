import { m } from '$lib/i18n/paraglide/messages';
import type { Field } from './mapping';
import type { RefusalReason } from './row';

/** What each field is called on the page. */
export const FIELD_NAMES: Record<Field, () => string> = {
  text: m.imports_field_text,
  rating: m.imports_field_rating,
  date: m.imports_field_date,
  channel: m.imports_field_channel,
  team: m.imports_field_team,
  step: m.imports_field_step,
  external_id: m.imports_field_external_id
};

/** Why a line is refused, and what to do about it. */
export const REFUSALS: Record<RefusalReason, () => string> = {
  cell_count: m.imports_refused_cell_count,
  cell_too_long: m.imports_refused_cell_too_long,
  no_text: m.imports_refused_no_text,
  bad_rating: m.imports_refused_bad_rating,
  bad_date: m.imports_refused_bad_date,
  future_date: m.imports_refused_future_date,
  text_too_long: m.imports_refused_text_too_long,
  unknown_team: m.imports_refused_unknown_team,
  unknown_step: m.imports_refused_unknown_step
};

/** Where an import stands. */
export const STATUS_NAMES: Record<string, () => string> = {
  uploaded: m.imports_status_uploaded,
  running: m.imports_status_running,
  done: m.imports_status_done,
  failed: m.imports_status_failed,
  cancelled: m.imports_status_cancelled
};
