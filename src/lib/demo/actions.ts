import type { Lever } from '$lib/pulse/question';

/** What a team decided after a pulse. */
export interface DemoAction {
  /** Slug. */
  team: string;
  lever: Lever | null;
  title: string;
  /** Days before today; `done` is missing while it is under way. */
  decided: number;
  done?: number;
}

export const ACTIONS: DemoAction[] = [
  {
    team: 'nantes',
    lever: 'autonomy',
    title: 'Rembourser jusqu’à 80 € sans demander',
    decided: 390,
    done: 362
  },
  {
    team: 'nantes',
    lever: 'autonomy',
    title: 'Chaque rayon choisit sa mise en place',
    decided: 270,
    done: 240
  },
  {
    team: 'nantes',
    lever: 'tools',
    title: 'Appeler l’entrepôt directement pour une livraison en retard',
    decided: 150,
    done: 128
  },
  {
    team: 'nantes',
    lever: 'training',
    title: 'Une heure par semaine pour apprendre un rayon voisin',
    decided: 33
  },
  { team: 'strasbourg', lever: 'quality_of_work_life', title: 'Demander un renfort le samedi', decided: 150 },
  {
    team: 'strasbourg',
    lever: 'quality_of_work_life',
    title: 'Plus d’ouverture le lendemain d’une fermeture',
    decided: 60
  },
  {
    team: 'strasbourg',
    lever: 'onboarding',
    title: 'Une marraine ou un parrain pour chaque arrivée',
    decided: 420,
    done: 380
  },
  {
    team: 'lyon',
    lever: 'culture',
    title: 'Un quart d’heure d’équipe avant l’ouverture du lundi',
    decided: 480,
    done: 470
  },
  {
    team: 'lyon',
    lever: 'training',
    title: 'Faire tourner les ventes de meubles entre tous',
    decided: 210,
    done: 160
  },
  { team: 'bordeaux', lever: 'tools', title: 'Ranger la réserve par gamme', decided: 300, done: 265 },
  {
    team: 'bordeaux',
    lever: 'culture',
    title: 'Dire chaque vendredi ce qui a bien marché',
    decided: 90,
    done: 75
  },
  {
    team: 'marseille',
    lever: 'quality_of_work_life',
    title: 'Une troisième caisse le samedi après-midi',
    decided: 180,
    done: 140
  },
  {
    team: 'marseille',
    lever: 'training',
    title: 'Former quatre personnes de plus à la caisse',
    decided: 180,
    done: 95
  },
  {
    team: 'paris-rivoli',
    lever: 'onboarding',
    title: 'Un plan des étages et des réserves pour les arrivants',
    decided: 240,
    done: 200
  },
  {
    team: 'paris-rivoli',
    lever: 'quality_of_work_life',
    title: 'Une vraie salle de pause au sous-sol',
    decided: 120
  },
  {
    team: 'relation-client',
    lever: 'tools',
    title: 'Un seul écran pour tout l’historique d’un client',
    decided: 290,
    done: 205
  },
  {
    team: 'relation-client',
    lever: 'autonomy',
    title: 'Un geste de 30 € décidé au téléphone',
    decided: 75,
    done: 40
  },
  {
    team: 'e-commerce',
    lever: 'tools',
    title: 'Prévenir la relation client avant chaque mise en ligne',
    decided: 200,
    done: 185
  },
  {
    team: 'ouest',
    lever: 'culture',
    title: 'Une visite croisée entre boutiques chaque mois',
    decided: 330,
    done: 300
  },
  {
    team: 'siege',
    lever: 'training',
    title: 'Une journée en boutique par an pour chacun',
    decided: 400,
    done: 310
  },
  {
    team: 'bellerive',
    lever: 'quality_of_work_life',
    title: 'Afficher les plannings trois semaines à l’avance',
    decided: 120,
    done: 85
  },
  { team: 'bellerive', lever: 'training', title: 'Réserver deux heures par mois pour se former', decided: 20 }
];
