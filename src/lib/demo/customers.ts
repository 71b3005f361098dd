import { moodOf } from './mood';
import type { Spring } from './placing';
import { swing } from './swings';

/** How content customers of each team are as a rule, on the scale of 1 to 5. */
export const CONTENT: Record<string, number> = {
  'relation-client': 3.95,
  'e-commerce': 4.1,
  'paris-rivoli': 4,
  'paris-batignolles': 3.6,
  versailles: 3.55,
  nantes: 4.1,
  rennes: 4.05,
  bordeaux: 4.6,
  lyon: 4.5,
  grenoble: 4.4,
  marseille: 3.3,
  lille: 3.45,
  strasbourg: 4.65,
  dijon: 4.05
};

/** The steps in which customers meet the people of a shop: there they follow how the shop's team is. */
const FACE_TO_FACE = ['discovery', 'advice', 'payment', 'service'];
/** They do so by a quarter, in days. */
const DELAY = 98;
/** Points of contentment for a team that is one swing above what is usual for it. */
const FOLLOWS = 0.72;
/** What nobody in the shop has in hand swings by itself, by so many points: carriers, products, accounting. */
const APART = 0.45;
/** Of many draws of those swings, one in which chance shows no link with the teams. */
const DRAW = 197;
/** Where customers write or click, nothing of it follows the team. */
const AT_A_DISTANCE = ['relation-client', 'e-commerce'];

interface Occasion {
  /** Slug of the team. */
  team: string;
  /** Slug of the step of the journey. */
  step: string;
  /** YYYY-MM-DD */
  day: string;
  /** Days before today. */
  ago: number;
}

/** How content customers are on average, on the scale of 1 to 5 but neither rounded nor kept within it. */
export function contentOn(occasion: Occasion, spring: Spring): number {
  const { team, step, ago } = occasion;
  const follows = FACE_TO_FACE.includes(step) && !AT_A_DISTANCE.includes(team);
  const mood = follows
    ? FOLLOWS * moodOf(team, ago + DELAY)
    : APART * swing(`${step} of ${team} ${DRAW}`, ago);
  return (CONTENT[team] ?? 0) + mood + happening(occasion, spring);
}

/** Days since a third till opens in Marseille on Saturdays: see its action. */
const THIRD_TILL = 140;
const SATURDAY = 6;

/** What the stories add: see docs/demo.md. */
function happening({ team, step, day, ago }: Occasion, spring: Spring): number {
  if (team === 'nantes' && step === 'delivery') {
    if (day >= spring.from && day <= spring.to) return -1.7;
    return day > spring.to ? 0.4 : 0;
  }
  if (team === 'marseille' && step === 'payment' && ago > THIRD_TILL)
    return new Date(day).getUTCDay() === SATURDAY ? -1.3 : 0;
  if (team === 'e-commerce' && ['discovery', 'payment'].includes(step))
    return /-11-2[4-9]$/.test(day) ? -1.2 : 0;
  return 0;
}
