import { CAST, TEAMS, type Character } from './company';
import { pickWeighted, seeded } from './random';

const FIRST_NAMES =
  'Adèle Agathe Ahmed Alice Amandine Amélie Anaïs Antoine Arthur Aurélie Bastien Bilal Camille Cédric Chloé Clément Coralie Damien David Diane Elena Élise Émilie Emma Enzo Fabien Fatou Florian Gaëlle Guillaume Hugo Imane Jade Jérôme Joana Jules Julie Karim Laura Léna Lina Louis Lucas Lucie Mamadou Manon Marc Margaux Marion Mathieu Maxime Mehdi Mélanie Nadia Nathan Nicolas Noémie Océane Olivier Oumar Pauline Pierre Quentin Rachid Romain Rose Sabrina Samuel Sarah Simon Sofia Solène Théo Tiago Valentine Victor Yanis Yasmine Zoé'.split(
    ' '
  );
const LAST_NAMES =
  'Aubert Bailly Barbier Benoît Bertin Besson Blanchard Bonnet Boucher Bourgeois Brun Carlier Chauvin Colin Costa Da-Silva Dacosta Delmas Deschamps Diallo Dupuis Fabre Faure Ferrand Fleury Garcia Gauthier Gillet Guérin Haddad Hamel Hubert Jacquet Joly Kaddour Lacroix Lambert Leblanc Leclerc Lemoine Lévêque Maillard Marchand Masson Mercier Meunier Millet Moreira Mounier Noël Olivier Pasquier Perrot Petit Picard Poirier Rey Rivière Rolland Roussel Roy Sanchez Schmitt Tavares Tessier Traoré Vasseur Vidal Weber Zidane'.split(
    ' '
  );

export interface Colleague {
  name: string;
  email: string;
  role: Character['role'];
  team: string;
  joined: number;
  left?: number;
}

/** Who leads beside Claire, and since how many days the newest and each one before. */
const LEADERS = { team: 'siege', count: 5, joined: 950, apart: 420 };

/** Who joined less than this many days ago took the place of somebody, more often than not. */
const TURNOVER_SEEN = 900;
const REPLACES = 0.8;

/**
 * Everybody at Maison Bellerive: the cast, the rest of its leadership, a manager for each team that lacks one, employees up to its headcount, and
 * the colleagues who left and were replaced, so that teams were as large two years ago.
 */
export function staff(seed = 7): Colleague[] {
  const random = seeded(seed);
  const people: Colleague[] = Object.values(CAST);
  const taken = new Set(people.map(({ email }) => email));
  for (let i = 0; i < LEADERS.count; i += 1) {
    const leader = hire(random, taken, LEADERS.team, 'leadership');
    people.push({ ...leader, joined: LEADERS.joined + i * LEADERS.apart });
  }
  for (const team of TEAMS) {
    const here = () =>
      people.filter((person) => person.team === team.slug && !('left' in person && person.left));
    if (team.headcount > 0 && !here().some(({ role }) => role === 'manager'))
      people.push(hire(random, taken, team.slug, 'manager'));
    while (here().length < team.headcount) people.push(hire(random, taken, team.slug, 'employee'));
  }
  return [...people, ...predecessors(random, taken, people)];
}

function predecessors(random: () => number, taken: Set<string>, people: Colleague[]): Colleague[] {
  return people
    .filter(({ joined, role, left }) => joined < TURNOVER_SEEN && role === 'employee' && left === undefined)
    .filter(() => random() < REPLACES)
    .map(({ team, joined }) => {
      const left = joined + Math.round(5 + 40 * random());
      const before = hire(random, taken, team, 'employee');
      // Half of those who leave do so in their first year.
      return { ...before, joined: left + Math.round(30 + 1200 * random() ** 1.8), left };
    });
}

function hire(random: () => number, taken: Set<string>, team: string, role: Colleague['role']): Colleague {
  for (;;) {
    const first = pickWeighted(random, FIRST_NAMES, () => 1);
    const last = pickWeighted(random, LAST_NAMES, () => 1);
    const email = `${plain(first)}.${plain(last)}@bellerive.example`;
    if (taken.has(email)) continue;
    taken.add(email);
    // Shops hire all year round: half of a team has been there for less than three years.
    return {
      name: `${first} ${last.replace('-', ' ')}`,
      email,
      role,
      team,
      joined: Math.round(20 + 3000 * random() ** 1.6)
    };
  }
}

function plain(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
