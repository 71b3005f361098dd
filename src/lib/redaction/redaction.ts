import { cleanText } from './cleaning';
import { detectEmails } from './email';
import { merge, type Detected, type RedactionKind } from './finding';
import { hasDoubtfulDigits } from './digits';
import { wordsThatHold } from './held-words';
import { detectIbans } from './iban';
import { labelOf } from './labels';
import { detectNames } from './name';
import { detectPhones } from './phone';
import { viewOf, type View } from './view';

export type HoldReason = 'personal_data' | 'insult' | 'health';

/** One replaced stretch: [start, end) in the redacted text (UTF-16), what it was, and the rule that found it. */
interface Redaction {
  kind: RedactionKind;
  start: number;
  end: number;
  rule: string;
}

export interface Redacted {
  text: string;
  redactions: Redaction[];
  held: HoldReason[];
}

/** A label can bring two stretches together that read as personal data only then; more rounds were never needed. */
const ROUNDS = 4;

/**
 * Replaces personal data by labels a reader understands and says why a person must look.
 *
 * The text keeps its wording; only invisible and control characters leave it. `language` chooses the words of
 * the labels: English for `en`, French for anything else. `held` is empty when nothing asks for a person, and
 * lists `personal_data` as soon as something was replaced or merely doubted. Never throws; redacting its own
 * output changes nothing.
 */
export function redact(text: string, language?: string): Redacted {
  let current = cleanText(text);
  let redactions: Redaction[] = [];
  let view = viewOf(current);
  const held = wordsThatHold(view.words());

  let seen = detect(view);
  for (let round = 0; round < ROUNDS && seen.found.length > 0; round++) {
    ({ text: current, redactions } = replace(current, redactions, stretchesOf(view, seen), language));
    view = viewOf(current);
    seen = detect(view);
  }

  const personal = redactions.length > 0 || seen.doubt;
  return { text: current, redactions, held: personal ? ['personal_data', ...held] : held };
}

function detect(view: View): Detected {
  const each = [detectEmails(view), detectIbans(view), detectPhones(view), detectNames(view)];
  const found = merge(each.flatMap((detected) => detected.found));
  return { found, doubt: each.some((detected) => detected.doubt) || hasDoubtfulDigits(view) };
}

/** Findings speak of the view; what is replaced is the text the view was made from. */
function stretchesOf(view: View, seen: Detected): Redaction[] {
  return seen.found.map(({ kind, start, end, rule }) => ({ kind, rule, ...view.source(start, end) }));
}

function replace(text: string, earlier: Redaction[], stretches: Redaction[], language?: string) {
  const redactions: Redaction[] = [];
  let output = '';
  let read = 0;
  for (const { kind, start, end, rule } of [...earlier, ...stretches].sort((a, b) => a.start - b.start)) {
    output += text.slice(read, start);
    const label = labelOf(kind, language);
    redactions.push({ kind, start: output.length, end: output.length + label.length, rule });
    output += label;
    read = end;
  }
  return { text: output + text.slice(read), redactions };
}
