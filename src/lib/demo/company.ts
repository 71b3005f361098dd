/**
 * Maison Bellerive, the demo company: home goods sold in twelve shops and on the web, about 240 people.
 * The named people below are also the cast of the tests.
 */

export interface DemoTeam {
  slug: string;
  name: string;
  kind: 'company' | 'region' | 'site' | 'team';
  parent: string | null;
  /** People working there, managers included. */
  headcount: number;
  /** Share of the company's verbatims, relative to the others. */
  weight: number;
}

export const TEAMS: DemoTeam[] = [
  { slug: 'bellerive', name: 'Maison Bellerive', kind: 'company', parent: null, headcount: 0, weight: 0 },
  { slug: 'siege', name: 'Siège', kind: 'team', parent: 'bellerive', headcount: 20, weight: 0 },
  {
    slug: 'relation-client',
    name: 'Relation client',
    kind: 'team',
    parent: 'bellerive',
    headcount: 30,
    weight: 9
  },
  { slug: 'e-commerce', name: 'E-commerce', kind: 'team', parent: 'bellerive', headcount: 18, weight: 12 },
  {
    slug: 'ile-de-france',
    name: 'Île-de-France',
    kind: 'region',
    parent: 'bellerive',
    headcount: 8,
    weight: 0
  },
  { slug: 'ouest', name: 'Ouest', kind: 'region', parent: 'bellerive', headcount: 8, weight: 0 },
  { slug: 'sud-est', name: 'Sud-Est', kind: 'region', parent: 'bellerive', headcount: 8, weight: 0 },
  { slug: 'nord-est', name: 'Nord-Est', kind: 'region', parent: 'bellerive', headcount: 1, weight: 0 },
  {
    slug: 'paris-rivoli',
    name: 'Paris Rivoli',
    kind: 'site',
    parent: 'ile-de-france',
    headcount: 21,
    weight: 11
  },
  {
    slug: 'paris-batignolles',
    name: 'Paris Batignolles',
    kind: 'site',
    parent: 'ile-de-france',
    headcount: 12,
    weight: 6
  },
  { slug: 'versailles', name: 'Versailles', kind: 'site', parent: 'ile-de-france', headcount: 11, weight: 5 },
  { slug: 'nantes', name: 'Nantes', kind: 'site', parent: 'ouest', headcount: 14, weight: 7 },
  { slug: 'rennes', name: 'Rennes', kind: 'site', parent: 'ouest', headcount: 10, weight: 5 },
  { slug: 'bordeaux', name: 'Bordeaux', kind: 'site', parent: 'ouest', headcount: 15, weight: 8 },
  { slug: 'lyon', name: 'Lyon', kind: 'site', parent: 'sud-est', headcount: 16, weight: 9 },
  { slug: 'grenoble', name: 'Grenoble', kind: 'site', parent: 'sud-est', headcount: 10, weight: 5 },
  { slug: 'marseille', name: 'Marseille', kind: 'site', parent: 'sud-est', headcount: 13, weight: 7 },
  { slug: 'lille', name: 'Lille', kind: 'site', parent: 'nord-est', headcount: 12, weight: 6 },
  { slug: 'strasbourg', name: 'Strasbourg', kind: 'site', parent: 'nord-est', headcount: 11, weight: 6 },
  { slug: 'dijon', name: 'Dijon', kind: 'site', parent: 'nord-est', headcount: 8, weight: 4 }
];

export interface Character {
  name: string;
  email: string;
  role: 'employee' | 'manager' | 'moderator' | 'leadership' | 'admin';
  team: string;
  /** Days before today that the person joined, and left if they did. */
  joined: number;
  left?: number;
}

/** One named person a role, a second manager to tell the teams apart, and one who has left. */
export const CAST = {
  ines: {
    name: 'Inès Morel',
    email: 'ines.morel@bellerive.example',
    role: 'employee',
    team: 'nantes',
    joined: 900
  },
  youssef: {
    name: 'Youssef Karam',
    email: 'youssef.karam@bellerive.example',
    role: 'manager',
    team: 'ouest',
    joined: 2100
  },
  lea: {
    name: 'Léa Fontaine',
    email: 'lea.fontaine@bellerive.example',
    role: 'manager',
    team: 'strasbourg',
    joined: 1500
  },
  helene: {
    name: 'Hélène Dubreuil',
    email: 'helene.dubreuil@bellerive.example',
    role: 'moderator',
    team: 'relation-client',
    joined: 1200
  },
  claire: {
    name: 'Claire Bellerive',
    email: 'claire.bellerive@bellerive.example',
    role: 'leadership',
    team: 'siege',
    joined: 4000
  },
  thomas: {
    name: 'Thomas Nguyen',
    email: 'thomas.nguyen@bellerive.example',
    role: 'admin',
    team: 'siege',
    joined: 1800
  },
  paul: {
    name: 'Paul Garnier',
    email: 'paul.garnier@bellerive.example',
    role: 'manager',
    team: 'nantes',
    joined: 2500,
    left: 200
  }
} satisfies Record<string, Character>;

/** The password of every demo account. It opens nothing but the invented company. */
export const DEMO_PASSWORD = 'bellerive-demo';
