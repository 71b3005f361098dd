import type { Spring } from './placing';

/** Something that happened, which a curve shows beside its figures. */
export interface DemoEvent {
  /** Slug of the team it happened to; the topmost one is everybody. */
  team: string;
  /** YYYY-MM-DD */
  day: string;
  title: string;
}

const DAY = 24 * 3600 * 1000;

/** What happened to Maison Bellerive, in order of time. None of it changes a figure but the new carrier of Nantes. */
export function eventsUntil(now: Date, spring: Spring): DemoEvent[] {
  const ago = (days: number) => new Date(now.getTime() - days * DAY).toISOString().slice(0, 10);
  const last = (day: string) => {
    const [today, year] = [ago(0), now.getUTCFullYear()];
    return `${year}-${day}` <= today ? `${year}-${day}` : `${year - 1}-${day}`;
  };
  const events = [
    { team: 'bellerive', day: ago(610), title: 'Nouveau logiciel de caisse dans toutes les boutiques' },
    { team: 'lyon', day: ago(455), title: 'Travaux dans la rue pendant trois mois' },
    { team: 'bellerive', day: ago(255), title: 'Nouvelle carte de fidélité' },
    { team: 'bellerive', day: ago(190), title: 'Grève nationale des transports' },
    { team: 'nantes', day: spring.from, title: 'Nouveau transporteur pour les gros meubles' },
    { team: 'bellerive', day: last('01-08'), title: 'Début des soldes d’hiver' },
    { team: 'bellerive', day: last('06-25'), title: 'Début des soldes d’été' },
    { team: 'e-commerce', day: last('11-27'), title: 'Le site ralentit pour le Black Friday' }
  ];
  return events.sort((a, b) => (a.day < b.day ? -1 : 1));
}
