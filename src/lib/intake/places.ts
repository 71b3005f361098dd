import { fold } from './fold';

/** What the names in a file stand for in this company. */
export interface Places {
  /** Folded name or slug of a team -> its id. */
  teams: ReadonlyMap<string, string>;
  /** Folded slug or label, in either language, of a journey step -> its id. */
  steps: ReadonlyMap<string, string>;
}

interface Team {
  id: string;
  slug: string;
  name: string;
}

interface Step {
  id: string;
  slug: string;
  customer_label_fr: string;
  customer_label_en: string;
}

/**
 * Everything a file may call a team or a step: its slug, its name or label, with or without accents and
 * capitals.
 */
export function knowPlaces(teams: Team[], steps: Step[]): Places {
  return {
    teams: new Map(
      teams.flatMap(({ id, slug, name }) => [slug, name].map((word) => [fold(word), id] as const))
    ),
    steps: new Map(
      steps.flatMap(({ id, slug, customer_label_fr, customer_label_en }) =>
        [slug, customer_label_fr, customer_label_en].map((word) => [fold(word), id] as const)
      )
    )
  };
}

/** The common channels, by the words files use for them. Any other channel keeps its own name. */
const CHANNELS: Record<string, string[]> = {
  google: ['google', 'avis google', 'google my business', 'google reviews'],
  survey: ['survey', 'questionnaire', 'enquete', 'sondage', 'questionnaire apres achat'],
  email: ['email', 'e-mail', 'mail', 'courriel'],
  phone: ['phone', 'telephone', 'tel', 'appel', 'call'],
  chat: ['chat', 'tchat', 'live chat', 'messagerie'],
  social: ['social', 'reseaux sociaux', 'reseau social', 'facebook', 'instagram', 'social media'],
  store: ['store', 'magasin', 'boutique', 'borne', 'livre d or', 'in store']
};
const CHANNEL_OF = new Map(
  Object.entries(CHANNELS).flatMap(([slug, words]) => words.map((word) => [fold(word), slug] as const))
);
const LONGEST_CHANNEL = 40;

/** The slug of a channel as a file names it, or null when nothing of the name is left. */
export function channelOf(name: string): string | null {
  const folded = fold(name);
  const known = CHANNEL_OF.get(folded);
  if (known) return known;
  const slug = folded
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_CHANNEL)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? null : slug;
}
