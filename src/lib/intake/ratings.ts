export const RATING_SCALES = ['1-5', '0-10', '1-10', '0-100', '0-20'] as const;
export type RatingScale = (typeof RATING_SCALES)[number];

export interface Rating {
  value: number;
  /** The maximum the cell states itself ("4/5", stars, "80 %"). */
  outOf?: number;
}

const NUMBER = String.raw`(\d{1,3}(?:[.,]\d{1,4})?)`;
const BARE = new RegExp(`^${NUMBER}$`);
const STATED = new RegExp(
  String.raw`^(?:not[ée]e? |rated )?${NUMBER} ?(?:/|sur|out of|of) ?(5|10|20|100)\b(?:[.,]0)?(?: ?(?:[ée]toiles?|stars?|★|⭐))?$`
);
const COUNTED = new RegExp(`^${NUMBER} ?(?:[ée]toiles?|stars?|★|⭐)$`);
const PERCENT = new RegExp(`^${NUMBER} ?%$`);
const LABELLED = new RegExp(String.raw`^${NUMBER} ?(?:[-–—:=]|\() ?\D+$`);

/**
 * The rating a cell holds, or null when it holds none: 4 · 4,5 · 4/5 · 4 sur 5 · ★★★★ · ★★★★☆ · 4 étoiles ·
 * 80 % · "5 - Très satisfait". Stars count out of 5. Nothing is said here of the scale of a bare number.
 */
export function parseRating(raw: string): Rating | null {
  const text = raw
    .replace(/\uFE0F/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  if (text.length > 60) return null;
  const stated = STATED.exec(text);
  if (stated) return { value: toNumber(stated[1]!), outOf: Number(stated[2]) };
  const counted = COUNTED.exec(text);
  if (counted) return { value: toNumber(counted[1]!), outOf: 5 };
  const percent = PERCENT.exec(text);
  if (percent) return { value: toNumber(percent[1]!), outOf: 100 };
  const bare = BARE.exec(text) ?? LABELLED.exec(text);
  return bare ? { value: toNumber(bare[1]!) } : countStars(text);
}

/**
 * The scale a rating is read on, or null when it falls outside: what the cell states wins over the column's.
 */
export function fitScale(rating: Rating, column: RatingScale): RatingScale | null {
  const scale =
    rating.outOf === undefined || bounds(column)[1] === rating.outOf ? column : scaleTo(rating.outOf);
  const [low, high] = bounds(scale);
  return rating.value >= low && rating.value <= high ? scale : null;
}

/**
 * The scale of a column, from its heading when it says one ("Note sur 10", "NPS"), else from what its cells
 * state, else from the largest value seen. 6 to 10 without more is taken as 0-10, the usual one of "sur 10".
 */
export function guessScale(heading: string, ratings: Rating[]): RatingScale {
  const words = heading.toLowerCase();
  if (/\b1\s?(?:-|–|à|a|to)\s?10\b/.test(words)) return '1-10';
  if (/\b0\s?(?:-|–|à|a|to)\s?10\b|\bnps\b|recomman|recommend/.test(words)) return '0-10';
  const stated = /(?:\/|\bsur\b|\bout of\b|\b[01]\s?(?:-|–|à|a|to))\s?(5|10|20|100)\b/.exec(words);
  if (stated) return scaleTo(Number(stated[1]));
  const highest = ratings.reduce((high, rating) => Math.max(high, rating.outOf ?? rating.value), 0);
  return scaleTo(highest);
}

/** A rating on its scale, mapped to 0-100; null when there is none. */
export function percentOf(value: number | null, scale: RatingScale | null): number | null {
  if (value === null || scale === null) return null;
  const [low, high] = bounds(scale);
  return ((value - low) / (high - low)) * 100;
}

function bounds(scale: RatingScale): [number, number] {
  const [low, high] = scale.split('-').map(Number);
  return [low!, high!];
}

function scaleTo(highest: number): RatingScale {
  if (highest <= 5) return '1-5';
  if (highest <= 10) return '0-10';
  return highest <= 20 ? '0-20' : '0-100';
}

function countStars(text: string): Rating | null {
  const stars = text.replace(/ /g, '');
  if (!/^[★⭐]{1,5}[☆✩✰]{0,4}$/u.test(stars) || [...stars].length > 5) return null;
  return { value: [...stars].filter((star) => star === '★' || star === '⭐').length, outOf: 5 };
}

function toNumber(digits: string): number {
  return Number(digits.replace(',', '.'));
}
