import { OPTIONS, type Question, type Scale } from '$lib/pulse/question';
import { COMMENTS, type DemoComment } from './comments';
import { TEAMS } from './company';
import { feltBy, MOODS, ORDINARY } from './mood';
import { guessedBy } from './perception';
import { normal, seeded, shuffle } from './random';
import { numberOf } from './swings';
import type { DemoWave } from './waves';

interface Asked {
  email: string;
  /** Slug. */
  team: string;
}

/** What one person sent; nothing answered is "je ne veux pas répondre". */
export interface DemoAnswers {
  email: string;
  /** By slug of the question. */
  answers: Record<string, number>;
  comment: string | null;
}

const DAY = 24 * 3600 * 1000;
/** How much one person differs from another of the team, always; and from themselves, from answer to answer. */
const AMONG_PEOPLE = 0.45;
const AMONG_ANSWERS = 0.75;
/** How much one person's guess differs from another's, in points of 0 to 10. */
const AMONG_GUESSES = 1.5;
const DECLINES = 0.03;
const SKIPS = 0.04;
const WRITES = 0.15;
/** Points of recommendation, 0 to 10, for a point of agreement; and the usual recommendation. */
const WARMTH = 2.1;
const USUAL = 7.4;
/** Of those who will answer an open wave, the share that has after two days. */
const ALREADY = 0.4;

/** The answers to a wave: every person has a mood of their own, around that of the team on the day. */
export function answersTo(wave: DemoWave, people: Asked[], now: Date, seed: number): DemoAnswers[] {
  const random = seeded(seed);
  const ago = (now.getTime() - wave.opens.getTime()) / DAY;
  const pack = shuffle(random, COMMENTS);
  const pace = wave.closes > now ? ALREADY : 1;
  return people.flatMap(({ email, team }) => {
    const self = AMONG_PEOPLE * normal(seeded(numberOf(email)));
    if (random() > (MOODS[team]?.takesPart ?? 0) * pace) return [];
    if (random() < DECLINES) return [{ email, answers: {}, comment: null }];
    const given = wave.questions
      .filter(() => random() >= SKIPS)
      .map((question) => {
        const chance = normal(random);
        const felt = feltBy(team, question, ago, now) + self + AMONG_ANSWERS * chance;
        const guessed = guessedBy(team, ago) + AMONG_GUESSES * chance;
        return { question, value: answerFor(question, felt, guessed) };
      });
    const agreed = given.flatMap(({ question, value }) => (question.scale === 'agreement' ? [value] : []));
    const comment = random() < (MOODS[team]?.writes ?? WRITES) ? draw(pack, random, agreed, team) : null;
    const answers = Object.fromEntries(given.map(({ question, value }) => [question.slug, value]));
    return [{ email, answers, comment }];
  });
}

function answerFor({ scale }: Pick<Question, 'scale'>, felt: number, guessed: number): number {
  if (scale === 'guess') return nearest(scale, guessed);
  return nearest(scale, scale === 'agreement' ? felt : USUAL + WARMTH * (felt - ORDINARY));
}

function nearest(scale: Scale, point: number): number {
  const options = OPTIONS[scale];
  const [lowest = 0, highest = 0] = [options[0], options[options.length - 1]];
  return Math.min(highest, Math.max(lowest, Math.round(point)));
}

/** Takes a comment out of the pack, so that nobody else in the wave writes the same; happy people write happy ones. */
function draw(pack: DemoComment[], random: () => number, agreed: number[], team: string): string | null {
  if (agreed.length === 0) return null;
  const mean = agreed.reduce((sum, value) => sum + value, 0) / agreed.length;
  const tilt = mean + 0.7 * normal(random);
  const mood = tilt > 3.7 ? 'positive' : tilt > 3.1 ? 'neutral' : 'negative';
  const shop = TEAMS.some(({ slug, kind }) => slug === team && kind === 'site');
  const index = pack.findIndex((comment) => comment.mood === mood && (shop || !comment.shop));
  return pack.splice(index, index === -1 ? 0 : 1)[0]?.text ?? null;
}
