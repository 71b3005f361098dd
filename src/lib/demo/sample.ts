import { LEVERS, type Question } from '$lib/pulse/question';

/** A library of questions for tests: eighteen on the levers, three on each, and one or more of the other sets. */
export const LIBRARY = [
  ...Array.from({ length: 18 }, (_, i) => question(`lever-${i}`, 'levers', i)),
  question('recommend', 'recommendation', 18),
  ...Array.from({ length: 5 }, (_, i) => question(`digital-${i}`, 'digital', 19 + i)),
  question('customers-score', 'perception', 24)
];

function question(slug: string, battery: Question['battery'], position: number) {
  const onLever = battery === 'levers' || battery === 'digital';
  const scale: Question['scale'] =
    battery === 'recommendation' ? 'recommendation' : battery === 'perception' ? 'guess' : 'agreement';
  return {
    id: slug,
    slug,
    battery,
    lever: onLever ? (LEVERS[position % LEVERS.length] ?? null) : null,
    scale,
    text_fr: slug,
    text_en: slug,
    position,
    retired_at: null
  };
}
