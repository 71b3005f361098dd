import type { RefusalReason } from './row';

/** A record may not hold more characters than this: what bounds memory when a quote swallows half a file. */
export const MAX_RECORD = 1024 * 1024;

/**
 * A record found in the text: its first physical line, how many lines it covers, why it is refused if it is.
 */
export interface Cut {
  line: number;
  lines: number;
  refused?: RefusalReason;
}

/** Records in file order; `text` holds the ones that are not refused, whole, one after the other. */
export interface Batch {
  cuts: Cut[];
  text: string;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;

/**
 * Cuts a stream of text into whole records, so that they can be parsed a batch at a time in bounded memory
 * and each is known by its line. It reads quotes as csv-parse does with `relax_quotes`: a quote opens only at
 * the start of a cell, and closes only before a delimiter or the end of a line; elsewhere it is a character.
 * - Lines end with LF, CRLF or CR; blank ones are left out.
 * - A record over MAX_RECORD characters is refused and not kept.
 * - A quote that runs over a line end and then closes in the middle of a cell was never meant to open there:
 *   the record is refused on all its lines, as where its cells end is anybody's guess. When they make over
 *   MAX_RECORD characters, the quote counts as never closed.
 */
export class RecordCutter {
  /**
   * The line of a quote that is never closed: known at the latest after `end()`, nothing is to be read from
   * then on.
   */
  openQuote: number | undefined;

  private readonly delimiter: number;
  private text = '';
  private at = 0;
  private start = 0;
  private state: 'cell start' | 'plain' | 'quoted' = 'cell start';
  private line = 1;
  private firstLine = 1;
  private quoteLine = 1;
  private tooLong = false;
  private broken = false;

  /** `delimiter` is one character. */
  constructor(delimiter: string) {
    this.delimiter = delimiter.charCodeAt(0);
  }

  write(chunk: string): Batch {
    this.text += chunk;
    // What a quote or a CR means depends on the character after it.
    return this.cut(this.text.length - 1);
  }

  end(): Batch {
    const batch = this.cut(this.text.length);
    if (this.state === 'quoted') {
      this.openQuote ??= this.quoteLine;
      return batch;
    }
    const kept = this.close(this.text.length, this.text.length, batch.cuts);
    return kept ? { cuts: batch.cuts, text: batch.text + this.text } : batch;
  }

  private cut(limit: number): Batch {
    const cuts: Cut[] = [];
    const kept: string[] = [];
    let keptFrom = this.start;
    while (this.at < limit) {
      const code = this.text.charCodeAt(this.at);
      if (code === LF || code === CR) {
        const contentEnd = this.at;
        this.at += code === CR && this.text.charCodeAt(this.at + 1) === LF ? 2 : 1;
        if (this.state !== 'quoted') {
          const recordStart = this.start;
          if (!this.close(contentEnd, this.at, cuts)) {
            kept.push(this.text.slice(keptFrom, recordStart));
            keptFrom = this.at;
          }
        }
        this.line++;
        if (this.state !== 'quoted') this.firstLine = this.line;
        continue;
      }
      if (this.state === 'quoted') {
        if (code === QUOTE) this.readQuote();
      } else if (code === this.delimiter) {
        this.state = 'cell start';
      } else if (code === QUOTE && this.state === 'cell start') {
        this.state = 'quoted';
        this.quoteLine = this.line;
      } else {
        this.state = 'plain';
      }
      this.at++;
    }
    kept.push(this.text.slice(keptFrom, this.start));
    if (this.at - this.start > MAX_RECORD) this.tooLong = true;
    this.forget(this.tooLong ? this.at : this.start);
    return { cuts, text: kept.join('') };
  }

  private readQuote(): void {
    const next = this.text.charCodeAt(this.at + 1);
    if (next === QUOTE) {
      this.at++;
      return;
    }
    this.state = 'plain';
    const closes = Number.isNaN(next) || next === this.delimiter || next === LF || next === CR;
    if (closes || this.line === this.quoteLine) return;
    this.broken = true;
    if (this.tooLong || this.at - this.start > MAX_RECORD) this.openQuote ??= this.quoteLine;
  }

  /** Ends the record; false when its text is not to be kept. */
  private close(contentEnd: number, next: number, cuts: Cut[]): boolean {
    const lines = this.line - this.firstLine + 1;
    const tooLong = this.tooLong || contentEnd - this.start > MAX_RECORD;
    const refused = this.broken ? 'cell_count' : tooLong ? 'cell_too_long' : undefined;
    const blank = !refused && this.isBlank(contentEnd);
    if (refused) cuts.push({ line: this.firstLine, lines: this.broken ? lines : 1, refused });
    else if (!blank) cuts.push({ line: this.firstLine, lines });
    this.start = next;
    this.state = 'cell start';
    this.tooLong = false;
    this.broken = false;
    return !refused && !blank;
  }

  private isBlank(contentEnd: number): boolean {
    if (contentEnd === this.start) return true;
    const first = this.text.charCodeAt(this.start);
    if (first > 32 && first < 128) return false;
    const content = this.text.slice(this.start, contentEnd);
    return content.trim() === '' && !content.includes(String.fromCharCode(this.delimiter));
  }

  private forget(upTo: number): void {
    this.text = this.text.slice(upTo);
    this.at -= upTo;
    this.start = Math.max(0, this.start - upTo);
  }
}
