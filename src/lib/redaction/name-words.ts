import { COMMON, COMMON_SURNAMES } from './common-words';
import { GENERIC, ORGANISATIONS } from './organisations';
import { isCapital, type View } from './view';
import { phrasesIn, type Words } from './words';

const LONGEST_ACRONYM = 4;

/** Words that join the parts of a family name; the second list only when they are not capitals: Ben is a person. */
const PARTICLES = new Set('de du des d la le les l van der den von saint'.split(' '));
const LOWER_PARTICLES = new Set([...PARTICLES, ...'el al ben bin st san dos da di zu'.split(' ')]);

/** Lone capitals that are words unless a full stop follows. */
const ONE_LETTER_WORDS = new Set('a i y'.split(' '));

const LOWERCASE = /^\p{Ll}{2,}$/u;
const INITIAL_GAP = /^\.[ -]?$/;

/** What each word of a view can be in a name, asked by its position; organisations are looked up once. */
export class NameWords {
  private readonly words: Words;
  private organisations?: Map<number, boolean>;

  constructor(private readonly view: View) {
    this.words = view.words();
  }

  /** A word with a capital that is more than a joining word. */
  isPart(at: number): boolean {
    return isCapital(this.view, this.words.start(at)) && !this.isParticle(at);
  }

  isCommon(at: number): boolean {
    const text = this.words.text(at);
    return (COMMON.has(text) || GENERIC.has(text)) && !this.isElided(at);
  }

  /** A common word that is a family name too, with its capital: "M. Avril", "Mrs Love". */
  isSurname(at: number): boolean {
    return (
      COMMON_SURNAMES.has(this.words.text(at)) &&
      isCapital(this.view, this.words.start(at)) &&
      !this.isShouted(at)
    );
  }

  /** A word without digits that no list knows: typed without capital, it may be a name. */
  isUnknown(at: number): boolean {
    return !this.isCommon(at) && LOWERCASE.test(this.words.text(at)) && this.organisation(at) === undefined;
  }

  isParticle(at: number): boolean {
    const text = this.words.text(at);
    if (!isCapital(this.view, this.words.start(at))) return LOWER_PARTICLES.has(text);
    return PARTICLES.has(text) && (text.length > 1 || this.signAfter(at) === "'");
  }

  /** "J." or a lone capital. */
  isInitial(at: number): boolean {
    if (this.words.end(at) - this.words.start(at) !== 1) return false;
    return (
      this.signAfter(at) === '.' || (this.signAfter(at) !== "'" && !ONE_LETTER_WORDS.has(this.words.text(at)))
    );
  }

  isAcronym(at: number): boolean {
    const length = this.words.end(at) - this.words.start(at);
    return length > 1 && length <= LONGEST_ACRONYM && this.isShouted(at);
  }

  isShouted(at: number): boolean {
    const written = this.view.plain.slice(this.words.start(at), this.words.end(at));
    return written === written.toUpperCase();
  }

  /** Spaces and hyphens join the parts of a name; a full stop only after an initial, an apostrophe only after O or d. */
  continues(at: number): boolean {
    const gap = this.gapBefore(at);
    if (at >= this.words.length) return false;
    if (gap === ' ' || gap === '  ' || gap === '-') return true;
    const before = this.words.end(at - 1) - this.words.start(at - 1);
    return gap === "'" ? before <= 2 : before === 1 && INITIAL_GAP.test(gap);
  }

  gapBefore(at: number): string {
    return at > 0 ? this.view.plain.slice(this.words.end(at - 1), this.words.start(at)) : '';
  }

  /** True for a brand that is a family name as well, false for another, undefined outside organisations. */
  organisation(at: number): boolean | undefined {
    this.organisations ??= this.findOrganisations();
    return this.organisations.get(at);
  }

  private findOrganisations(): Map<number, boolean> {
    const positions = new Map<number, boolean>();
    for (const { value, from, to } of phrasesIn(ORGANISATIONS, this.words)) {
      for (let at = from; at < to; at++) positions.set(at, value);
    }
    return positions;
  }

  /** The N of "N'Diaye", not the n of "n'est". */
  private isElided(at: number): boolean {
    const end = this.words.end(at);
    const isLetter = end - this.words.start(at) === 1 && isCapital(this.view, end - 1);
    return isLetter && this.signAfter(at) === "'" && isCapital(this.view, end + 1);
  }

  private signAfter(at: number): string {
    return this.view.plain.charAt(this.words.end(at));
  }
}
