import type { Cue, Gap } from './name-cues';
import { NameWords } from './name-words';
import type { View } from './view';
import type { Words } from './words';

/** A name in the view, and the position of the first word after it. */
export interface Name {
  start: number;
  end: number;
  next: number;
}

/** Parts of a name beside its initials, and words looked at to find them. */
const LONGEST_NAME = 3;
const LONGEST_READ = 8;

/** After these even a brand or an acronym is a person: "Mme Leclerc", "my name is LEA". */
const SURE_RULES = new Set(['name/civility', 'name/introduction']);

/** What may stand between a cue and its name. */
const GAPS: Record<Gap, RegExp> = {
  civility: /^(?:\.? {0,4}|\.? ?\n)$/,
  space: /^ {1,4}$/,
  comma: /^(?: {1,4}|, | : ?|: | \()$/,
  colon: /^ {0,2}[:,;-]?[ \n]{0,2}$/,
  closing: /^[ ,.!:;\n-]{1,8}$/
};

const LINE_STOPS = /^[ .!)]{0,4}(?:\n|$)/;
const CLAUSE_STOPS = /^ ?(?:[,.;:!?)\n]|$)/;
const STOPS_WITHIN = 6;

/** Reads the names of a view, each from the position where a cue ends. */
export class NameReader {
  private readonly words: Words;
  private readonly is: NameWords;

  constructor(private readonly view: View) {
    this.words = view.words();
    this.is = new NameWords(view);
  }

  /** Settles most cues at once: what follows is a plain word. */
  mayBegin(at: number): boolean {
    if (at >= this.words.length) return false;
    return !this.is.isCommon(at) || this.is.isParticle(at) || this.is.isInitial(at) || this.is.isSurname(at);
  }

  /** The name that begins at a position, when what stands before it fits the cue. */
  read(at: number, cue: Cue): Name | undefined {
    const gap = this.is.gapBefore(at);
    if (!this.mayBegin(at) || !GAPS[cue.gap].test(gap)) return undefined;
    const name =
      this.readCapitals(at, cue) ?? (cue.lowercase === 'name' ? this.readLowercase(at) : undefined);
    if (!name) return undefined;
    if (cue.gap === 'closing' && !LINE_STOPS.test(this.after(name.end))) return undefined;
    if (cue.gap === 'comma' && /[,(]/.test(gap) && !CLAUSE_STOPS.test(this.after(name.end))) return undefined;
    return name;
  }

  /** A second name after "et", which only a capital tells from the rest of the sentence. */
  readJoined(at: number, cue: Cue): Name | undefined {
    return this.mayBegin(at) && GAPS.space.test(this.is.gapBefore(at))
      ? this.readCapitals(at, cue)
      : undefined;
  }

  private readCapitals(at: number, cue: Cue): Name | undefined {
    const isSure =
      SURE_RULES.has(cue.rule) && !(this.words.text(at - 1) === 'm' && this.is.gapBefore(at) === ' ');
    const limit = Math.min(this.words.length, at + LONGEST_READ);
    let name: Name | undefined;
    let parts = 0;
    for (let next = at; next < limit && parts < LONGEST_NAME; next++) {
      if (next > at && !this.is.continues(next)) break;
      if (name && this.is.gapBefore(next) === '-') {
        name = this.upTo(name.start, next);
      } else if (!this.is.isParticle(next)) {
        if (!this.is.isPart(next) || this.stops(next, name, isSure)) break;
        name = this.upTo(name?.start ?? this.words.start(at), next);
        if (!this.is.isInitial(next)) parts++;
      }
    }
    return name;
  }

  /** Words no name goes past: common words, organisations, acronyms, the start of "Maison Bellerive". */
  private stops(at: number, name: Name | undefined, isSure: boolean): boolean {
    if (this.is.isInitial(at)) return !name && (!isSure || this.words.text(at) === 'm');
    if (this.is.isCommon(at)) return name !== undefined || !isSure || !this.is.isSurname(at);
    const organisation = this.is.organisation(at);
    if (organisation !== undefined && !(isSure && (!name || organisation))) return true;
    return this.is.isAcronym(at) && (name ? !this.isShouted(name) : !isSure);
  }

  /** "je m'appelle karim", "mme de la tour": one word that no list knows, a second only at the end of a clause. */
  private readLowercase(at: number): Name | undefined {
    let last = at;
    while (last < at + LONGEST_NAME && this.is.isParticle(last) && this.is.continues(last + 1)) last++;
    if (!this.is.isUnknown(last)) return undefined;
    const longer = this.upTo(this.words.start(at), last + 1);
    const goesOn =
      this.is.continues(last + 1) && this.is.isUnknown(last + 1) && CLAUSE_STOPS.test(this.after(longer.end));
    return goesOn ? longer : this.upTo(this.words.start(at), last);
  }

  /** Whether a word without capital after a cue may be a name all the same. */
  isLikelyLowercase(at: number, cue: Cue): boolean {
    const gap = this.is.gapBefore(at);
    if (!GAPS[cue.gap].test(gap) || !this.is.isUnknown(at)) return false;
    return (cue.gap === 'civility' && gap === ' ') || LINE_STOPS.test(this.after(this.words.end(at)));
  }

  isOrganisation(at: number): boolean {
    return this.is.organisation(at) !== undefined;
  }

  /** A name up to a position, with the full stop of a last initial. */
  private upTo(start: number, last: number): Name {
    const end = this.words.end(last);
    const isDotted = end - this.words.start(last) === 1 && this.view.plain.charAt(end) === '.';
    return { start, end: isDotted ? end + 1 : end, next: last + 1 };
  }

  private isShouted(name: Name): boolean {
    const written = this.view.plain.slice(name.start, name.end);
    return written === written.toUpperCase();
  }

  private after(end: number): string {
    return this.view.plain.slice(end, end + STOPS_WITHIN);
  }
}
