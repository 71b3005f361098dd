import { TEAMS, type DemoTeam } from './company';
import { contentOn } from './customers';
import { calendarDay, hourOf, lastSpring, HISTORY, YEAR, type CalendarDay } from './placing';
import { normal, pickWeighted, seeded } from './random';

/** One answer to the questionnaire after a purchase, without its words. */
export interface DemoReply {
  /** Slug of the team. */
  team: string;
  /** Slug of the step of the journey. */
  step: string;
  /** At a terminal in the shop, or by mail afterwards. */
  channel: 'store' | 'survey';
  /** 0 to 10. */
  rating: number;
  /** YYYY-MM-DD */
  day: string;
  /** ISO 8601 */
  receivedAt: string;
}

/** Answers a day in an ordinary team, before seasons and weekdays. */
const A_DAY = 0.43;
/** How much one customer differs from another, on the scale of 1 to 5. */
const AMONG_CUSTOMERS = 1.1;

/** How often each step is what an answer is about, where one is served. */
const STEPS: Record<'shop' | 'web' | 'care', Record<string, number>> = {
  shop: { discovery: 15, advice: 28, payment: 15, delivery: 24, use: 6, service: 8, refund: 4 },
  web: { discovery: 26, payment: 20, delivery: 32, use: 12, refund: 10 },
  care: { service: 65, refund: 35 }
};

/** The steps of which one may speak before leaving the shop, and the share of customers who do. */
const IN_THE_SHOP = ['discovery', 'advice', 'payment'];
const AT_THE_TERMINAL = 0.4;

/** A poor rating of so many days ago has been taken in hand by the team. */
const TAKEN_AFTER = 21;
const POOR = 6;
const DAY = 24 * 3600 * 1000;

/**
 * Every answer to the questionnaire in the history before `now`, in order of time. Same `now`, same seed: same answers.
 */
export function replies(now: Date, seed = 11): DemoReply[] {
  const random = seeded(seed);
  const spring = lastSpring(now);
  const served = TEAMS.filter(({ weight }) => weight > 0);
  return Array.from({ length: HISTORY }, (_, index) => HISTORY - 1 - index).flatMap((ago) => {
    const day = calendarDay(now, ago);
    return served.flatMap((team) =>
      Array.from({ length: countOn(random, team, day, ago) }, () => {
        const step = stepAt(random, team);
        const content = contentOn({ team: team.slug, step, day: day.date, ago }, spring);
        const rating = Math.round(2.5 * (content + AMONG_CUSTOMERS * normal(random) - 1));
        return {
          team: team.slug,
          step,
          channel: channelAt(random, team, step),
          rating: Math.min(10, Math.max(0, rating)),
          day: day.date,
          receivedAt: hourOf(random, day.date, now)
        };
      })
    );
  });
}

/** Whether somebody has seen to it by now. */
export function isTaken({ rating, receivedAt }: DemoReply, now: Date): boolean {
  return rating <= POOR && now.getTime() - Date.parse(receivedAt) > TAKEN_AFTER * DAY;
}

function countOn(random: () => number, team: DemoTeam, { season }: CalendarDay, ago: number): number {
  return Math.floor(A_DAY * season * (0.6 + team.weight / 18) * shareAnswered(ago) + random());
}

/** Not all of those who will answer have yet; and a wall that looks back a year shows what was written by hand. */
function shareAnswered(ago: number): number {
  if (ago < 4) return 0.1;
  if (ago < 14) return 0.35;
  if (Math.abs(ago - YEAR) < 4) return 0.15;
  return ago < 28 ? 0.7 : 1;
}

function channelAt(random: () => number, { kind }: DemoTeam, step: string): DemoReply['channel'] {
  return kind === 'site' && IN_THE_SHOP.includes(step) && random() < AT_THE_TERMINAL ? 'store' : 'survey';
}

function stepAt(random: () => number, { kind, slug }: DemoTeam): string {
  const steps = STEPS[kind === 'site' ? 'shop' : slug === 'e-commerce' ? 'web' : 'care'];
  return pickWeighted(random, Object.entries(steps), ([, weight]) => weight)[0];
}
