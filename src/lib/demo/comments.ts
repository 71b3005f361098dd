import type { Sentiment } from '$lib/sentiment/sentiment';

/** What somebody wrote at the end of a pulse. */
export interface DemoComment {
  text: string;
  mood: Sentiment['label'];
  /** What only somebody in a shop would say. */
  shop: boolean;
  /** A person who reads it keeps it from the managers: a detail would tell who wrote it. */
  withheld?: true;
}

const anywhere = (mood: Sentiment['label'], texts: string[]): DemoComment[] =>
  texts.map((text) => ({ text, mood, shop: false }));
const inShops = (mood: Sentiment['label'], texts: string[]): DemoComment[] =>
  texts.map((text) => ({ text, mood, shop: true }));
const withheld = (mood: Sentiment['label'], texts: string[]): DemoComment[] =>
  texts.map((text) => ({ text, mood, shop: false, withheld: true }));

/** About one in six is in English, as at Maison Bellerive. None names anybody. */
export const COMMENTS: DemoComment[] = [
  ...anywhere('positive', [
    'L’entraide est réelle, on ne reste jamais seul avec un problème.',
    'Je me sens écoutée, et ça change tout.',
    'Les nouveaux sont vraiment bien accueillis maintenant.',
    'Bonne ambiance, on rit et on avance.',
    'Les objectifs sont enfin clairs, merci.',
    'J’ai pu suivre une formation utile, et sur mes heures.',
    'On nous fait confiance et ça se voit.',
    'Le point du lundi matin est court et utile, gardons-le.',
    'Mes idées ont été essayées, et l’une d’elles est restée.',
    'Je suis fier de travailler ici.',
    'Très bonne équipe, je ne changerais pour rien au monde.',
    'On dit merci plus souvent qu’avant.',
    'Les réponses au dernier questionnaire ont servi à quelque chose, bravo.',
    'Le tutorat des premières semaines est une très bonne idée.',
    'Je sais à qui demander de l’aide et on me répond gentiment.',
    'Les désaccords se règlent calmement, c’est précieux.',
    'Great team, I learn something every week.',
    'I feel trusted, and that makes my days easier.',
    'New colleagues are made very welcome, well done.',
    'Good atmosphere, even on busy days.',
    'Somebody finally listened about the screens, thank you.'
  ]),
  ...inShops('positive', [
    'Pouvoir rembourser sans appeler personne, quel soulagement.',
    'Les clients nous remercient, c’est le meilleur du métier.',
    'La nouvelle réserve est bien rangée, on gagne un temps fou.',
    'Le planning affiché trois semaines avant, c’est parfait.',
    'La tablette en rayon est un vrai plus pour conseiller.',
    'Le samedi à trois en caisse se passe très bien.',
    'J’adore préparer les vitrines, on nous laisse créer.',
    'Les chaises hautes en caisse sont une bénédiction pour le dos.',
    'On peut enfin prendre sa pause au calme.',
    'L’échange d’horaires entre collègues marche très bien.',
    'Customers are lovely and we have time to talk to them now.',
    'The new stock room is a joy to work in.'
  ]),
  ...anywhere('neutral', [
    'Peut-on savoir quand aura lieu la prochaine réunion ?',
    'Rien à ajouter ce mois-ci.',
    'Je réponds surtout pour la question sur les outils.',
    'Serait-il possible d’avoir le compte rendu par écrit ?',
    'Une seconde imprimante éviterait de traverser tout l’étage.',
    'Il faudrait revoir la liste des contacts, la moitié a changé de poste.',
    'Je propose un tableau commun pour les congés.',
    'Plutôt un questionnaire tous les deux mois, à mon avis.',
    'La question sur les procédures dépend beaucoup du rayon.',
    'Pourquoi pas un repas d’équipe avant les fêtes ?',
    'Ce serait bien de faire tourner la personne qui ouvre.',
    'On pourrait échanger avec les autres villes une fois par trimestre.',
    'Could we have the minutes of the meeting in writing?',
    'I would prefer shorter meetings, in the morning.',
    'Nothing special to say this month.'
  ]),
  ...inShops('neutral', [
    'Un deuxième escabeau serait utile en réserve.',
    'Peut-on décaler la livraison à dix heures ?',
    'Il faudrait une étagère pour les retours.',
    'La consigne pour les chèques cadeaux a changé, où est-elle écrite ?',
    'Les étiquettes arrivent le jeudi, la mise en rayon se fait le mercredi.',
    'La musique pourrait changer de temps en temps.',
    'Une fiche par gamme aiderait les intérimaires.',
    'Could the delivery come after ten?'
  ]),
  ...anywhere('negative', [
    'Le logiciel plante encore trop souvent, on perd un temps fou.',
    'On apprend les changements au dernier moment, c’est épuisant.',
    'Trop de messages, on ne sait plus lesquels lire.',
    'Les promesses du printemps ne sont pas tenues.',
    'Je me sens seul face aux dossiers difficiles.',
    'Aucun retour sur mes propositions depuis des mois, c’est décourageant.',
    'Trop de travail pour trop peu de monde.',
    'Les formations sont annulées une fois sur deux, c’est frustrant.',
    'On nous demande tout et son contraire.',
    'La fatigue s’installe et personne ne la voit.',
    'Le travail bien fait passe inaperçu, dommage.',
    'Les priorités changent chaque semaine, on s’y perd.',
    'Il faut trois signatures pour un geste de dix euros, c’est absurde.',
    'Mal au dos tous les soirs, la chaise est cassée depuis l’été.',
    'Je n’arrive plus à déconnecter, les messages arrivent même le dimanche.',
    'Ambiance tendue depuis la réorganisation.',
    'Too many tools, and none of them talk to each other.',
    'We are told about changes far too late.',
    'I am exhausted by the end of every week.'
  ]),
  ...inShops('negative', [
    'À deux le samedi, c’est intenable.',
    'Les horaires changent encore la veille pour le lendemain.',
    'La réserve est mal chauffée, on a froid tout l’hiver.',
    'On saute la pause un jour sur deux, ce n’est plus possible.',
    'La caisse numéro deux est en panne depuis trois semaines.',
    'Les fermetures tardives suivies d’ouvertures sont épuisantes.',
    'Des clients agressifs, et personne pour nous soutenir.',
    'Pas assez de monde pour conseiller, on court partout.',
    'Les livraisons arrivent en pleine affluence, c’est pénible.',
    'On nous retire des heures alors que les files s’allongent.',
    'Le monte-charge en panne nous casse le dos.',
    'Les soldes sans renfort, plus jamais.',
    'Trop peu de formation sur les nouveaux produits, on improvise mal.',
    'Le planning du mois de décembre est injuste.',
    'Not enough of us on Saturdays, it is exhausting.',
    'The lift is broken again and we carry everything by hand.'
  ]),
  ...withheld('negative', [
    'Depuis mon retour de congé parental, on ne me confie plus la vitrine.',
    'Comme seule personne à temps partiel du soir, je ne vois jamais la réunion.',
    'Mon responsable sait que c’est moi qui ai cassé le lustre, et il le rappelle trop souvent.'
  ])
];
