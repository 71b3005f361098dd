import type { Question } from '$lib/pulse/question';
import { swing } from './swings';

/** How people in a team feel about their work, on the scale of 1 to 5, and how many of them answer. */
interface TeamMood {
  /** Added to what people feel everywhere. */
  level: number;
  /** Share of the invited who answer a wave. */
  takesPart: number;
  /** Share of those who also leave a comment, where it is not the usual one. */
  writes?: number;
}

/** Every team in which people work. */
export const MOODS: Record<string, TeamMood> = {
  siege: { level: 0.15, takesPart: 0.8 },
  'relation-client': { level: -0.15, takesPart: 0.76, writes: 0.5 },
  'e-commerce': { level: 0.05, takesPart: 0.78 },
  'ile-de-france': { level: 0.2, takesPart: 0.92 },
  ouest: { level: 0.2, takesPart: 0.92 },
  'sud-est': { level: 0.2, takesPart: 0.92 },
  'nord-est': { level: 0.2, takesPart: 0.85 },
  'paris-rivoli': { level: -0.15, takesPart: 0.72 },
  'paris-batignolles': { level: 0.4, takesPart: 0.78 },
  versailles: { level: 0.5, takesPart: 0.82 },
  nantes: { level: -0.05, takesPart: 0.85 },
  rennes: { level: 0.05, takesPart: 0.8 },
  bordeaux: { level: -1.4, takesPart: 0.88 },
  lyon: { level: 0.6, takesPart: 0.82 },
  grenoble: { level: 0.5, takesPart: 0.84 },
  marseille: { level: -1, takesPart: 0.78 },
  lille: { level: -0.95, takesPart: 0.78 },
  strasbourg: { level: -0.6, takesPart: 0.95 },
  dijon: { level: -0.1, takesPart: 0.82 }
};

/** Something that changed what people feel, little by little. */
interface Turn {
  /** Slug of the team; everybody where there is none. */
  team?: string;
  /** A lever or the slug of a question. */
  about: string;
  /** Days before today when it began. */
  began: number;
  /** Days until it had its whole effect. */
  over: number;
  /** From what they felt before to what they feel after, added to the level. */
  from: number;
  to: number;
}

const TURNS: Turn[] = [
  { team: 'nantes', about: 'autonomy', began: 360, over: 210, from: -1.1, to: 0.7 },
  { team: 'strasbourg', about: 'quality_of_work_life', began: 560, over: 400, from: 1, to: -1.2 },
  { team: 'strasbourg', about: 'culture', began: 450, over: 250, from: 0.1, to: -0.8 },
  { team: 'strasbourg', about: 'training', began: 450, over: 250, from: 0, to: -0.8 },
  { team: 'strasbourg', about: 'tools', began: 400, over: 200, from: 0, to: -0.7 },
  { team: 'strasbourg', about: 'onboarding', began: 400, over: 200, from: 0, to: -0.6 },
  { team: 'strasbourg', about: 'autonomy', began: 400, over: 200, from: 0, to: -0.6 },
  { team: 'relation-client', about: 'tools', began: 210, over: 60, from: -0.4, to: 0.35 },
  { about: 'schedule', began: 85, over: 20, from: -0.25, to: 0.35 },
  // Where the plannings that are posted do not hold.
  { team: 'strasbourg', about: 'schedule', began: 85, over: 20, from: 0.25, to: -0.35 }
];

/** What people find easy or hard to agree with, wherever they work. */
const EASE: Record<string, number> = {
  welcome: 0.4,
  skills: 0.2,
  respect: 0.5,
  decide: -0.15,
  rhythm: -0.1,
  equipment: -0.25,
  'first-weeks': 0.3,
  progress: -0.1,
  'listened-to': -0.2,
  organise: 0,
  recovery: -0.2,
  information: -0.3,
  role: 0.35,
  'time-to-learn': -0.6,
  recognition: -0.25,
  propose: -0.2,
  procedures: -0.05,
  'digital-ease': 0.35,
  'digital-time': -0.3,
  'digital-change': -0.5,
  'digital-calm': -0.35
};

/** What people feel on average, on the scale of 1 to 5. */
export const ORDINARY = 3.55;
/** By how much a team is better or worse than usual for a while, whatever it is asked: see `swing`. */
const SWAY = 0.55;
/** Of many draws of those swings, one in which all teams have good and bad times. */
const DRAW = 9;
const DAY = 24 * 3600 * 1000;
/** The pace of shops, month by month: sales in January and July, Christmas from November on. */
const PACE = [-0.2, 0.05, 0.1, 0.05, 0, 0, -0.1, 0.2, 0.1, 0, -0.2, -0.4];

/**
 * What a team feels about a question on average, on the scale of 1 to 5 but neither rounded nor kept within it.
 *
 * @param ago days before today
 */
export function feltBy(
  team: string,
  question: Pick<Question, 'slug' | 'lever'>,
  ago: number,
  now: Date
): number {
  const month = new Date(now.getTime() - ago * DAY).getUTCMonth();
  const season = question.lever === 'quality_of_work_life' ? (PACE[month] ?? 0) : 0;
  const turned = TURNS.filter(
    (turn) =>
      (turn.team === undefined || turn.team === team) &&
      (turn.about === question.slug || turn.about === question.lever)
  ).reduce((sum, turn) => sum + effectOf(turn, ago), 0);
  const level = (MOODS[team]?.level ?? 0) + SWAY * moodOf(team, ago);
  return ORDINARY + level + (EASE[question.slug] ?? 0) + season + turned;
}

/** How much better than usual a team is on a day, for a while: see `swing`. */
export function moodOf(team: string, ago: number): number {
  return swing(`mood of ${team} ${DRAW}`, ago);
}

function effectOf({ began, over, from, to }: Turn, ago: number): number {
  const done = Math.min(1, Math.max(0, (began - ago) / over));
  return from + (to - from) * done;
}
