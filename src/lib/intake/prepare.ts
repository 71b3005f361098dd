import { firstStatus, read, type HoldReason, type Status } from '$lib/verbatims/verbatim';
import type { Tagger } from '$lib/sentiment/engine';
import type { Reason, Sentiment } from '$lib/sentiment/sentiment';
import type { VerbatimDraft } from './draft';
import { fold } from './fold';
import { channelOf, type Places } from './places';
import { percentOf, type RatingScale } from './ratings';
import type { RefusalReason } from './row';

/** One row of the batch that `store_verbatims` takes. */
export interface PreparedVerbatim {
  external_id: string | null;
  raw_text: string;
  text: string;
  language: string;
  said_on: string | null;
  received_at?: string;
  rating: number | null;
  rating_scale: RatingScale | null;
  channel: string | null;
  team_id: string | null;
  step_id: string | null;
  status: Status;
  held_for: HoldReason[];
  sentiment: Sentiment['label'];
  score: number;
  confidence: number;
  reasons: Reason[];
  answer?: string;
  owner_team_id?: string;
}

/**
 * Reads a draft's text and finds whom its team and step name.
 *
 * A name nobody knows refuses the row rather than dropping the name: corrected, the same file brings it in.
 *
 * @param approvesItself whether the source lets what is not held be approved at once
 */
export function prepare(
  draft: VerbatimDraft,
  places: Places,
  approvesItself: boolean,
  tagger: Tagger
): PreparedVerbatim | { line: number; refused: RefusalReason } {
  const { line } = draft;
  const team = draft.team === null ? null : places.teams.get(fold(draft.team));
  if (team === undefined) return { line, refused: 'unknown_team' };
  const step = draft.step === null ? null : places.steps.get(fold(draft.step));
  if (step === undefined) return { line, refused: 'unknown_step' };

  const reading = read(draft.text, percentOf(draft.rating, draft.rating_scale), tagger);
  return {
    external_id: draft.external_id,
    raw_text: draft.text,
    said_on: draft.said_on,
    rating: draft.rating,
    rating_scale: draft.rating_scale,
    channel: draft.channel === null ? null : channelOf(draft.channel),
    team_id: team,
    step_id: step,
    status: firstStatus(reading, approvesItself),
    ...reading
  };
}
