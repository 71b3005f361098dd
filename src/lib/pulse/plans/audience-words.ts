import { m } from '$lib/i18n/paraglide/messages';
import type { Audience } from '../waves/audience';
import { listed } from '../words';

/** So many teams are named; more are counted. */
const NAMED = 4;

/** "Toute l’entreprise", "Lyon, Nantes et Rennes" or "7 équipes". */
export function audienceWords(audience: Audience, teams: readonly { id: string; name: string }[]): string {
  if (audience === null) return m.wave_everybody();
  const names = audience
    .map((id) => teams.find((team) => team.id === id)?.name)
    .filter((name) => name !== undefined);
  return names.length === audience.length && names.length <= NAMED
    ? listed(names)
    : m.plan_teams({ count: audience.length });
}
