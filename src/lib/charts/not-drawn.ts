import { integer } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';

/** A team that a picture cannot show. */
export interface Missing {
  name: string;
  href: string;
  why: string;
}

/** More names than this make a picture unreadable: it says how many instead. */
const NAMED = 12;

/** Teams that miss for the same reason, together; the reason of most of them first. */
export function byReason(missing: Missing[]): { why: string; teams: Missing[] }[] {
  const reasons = new Map<string, Missing[]>();
  for (const team of missing) reasons.set(team.why, [...(reasons.get(team.why) ?? []), team]);
  return [...reasons].map(([why, teams]) => ({ why, teams })).sort((a, b) => b.teams.length - a.teams.length);
}

/** The same on a picture that leaves its page: "Not drawn: Dijon, Siège (fewer than 5 answers)." */
export function notDrawn(title: string, missing: Missing[]): string {
  const list = byReason(missing).map(
    ({ why, teams }) =>
      `${teams.length > NAMED ? integer(teams.length) : teams.map(({ name }) => name).join(', ')} (${why})`
  );
  return m.chart_listed({ name: title, list: list.join(' · ') });
}
