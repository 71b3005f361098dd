import { isWrittenDate } from './dates';
import { fold } from './fold';

export const FIELDS = ['text', 'rating', 'date', 'channel', 'team', 'step', 'external_id'] as const;
export type Field = (typeof FIELDS)[number];

/** Folded words by which people head each column, the surest first. */
// prettier-ignore
const WORDS: Record<Field, string[]> = {
  text: [
    'verbatim', 'verbatims', 'commentaire', 'commentaires', 'comment', 'comments', 'avis client', 'avis',
    'review text', 'review', 'reviews', 'texte', 'text', 'temoignage', 'feedback', 'message', 'remarque',
    'remarques', 'contenu', 'content', 'body', 'description', 'reponse libre', 'reponse', 'response',
    'answer', 'note', 'notes'
  ],
  rating: [
    'note', 'notes', 'rating', 'score', 'stars', 'star', 'etoiles', 'etoile', 'evaluation', 'nps', 'csat',
    'ces', 'satisfaction', 'grade', 'nombre d etoiles', 'recommandation', 'recommanderiez vous'
  ],
  date: [
    'date', 'date d avis', 'date de l avis', 'review date', 'created at', 'created', 'creation',
    'publie le', 'depose le', 'recu le', 'horodateur', 'horodatage', 'timestamp', 'submitted at',
    'published at', 'jour', 'day', 'said on', 'updated at'
  ],
  channel: [
    'canal', 'channel', 'source', 'plateforme', 'platform', 'origine', 'origin', 'media', 'provenance',
    'via'
  ],
  team: [
    'equipe', 'team', 'magasin', 'agence', 'boutique', 'etablissement', 'point de vente', 'pdv', 'store',
    'shop', 'branch', 'site', 'restaurant', 'hotel', 'service', 'departement', 'department', 'region',
    'secteur', 'location', 'lieu', 'ville'
  ],
  step: [
    'etape', 'etape du parcours', 'step', 'journey step', 'parcours', 'journey', 'moment', 'stage',
    'touchpoint', 'point de contact'
  ],
  external_id: [
    'id', 'external id', 'identifiant', 'review id', 'id avis', 'n avis', 'uuid', 'reference', 'ref',
    'n commande', 'no commande', 'numero de commande', 'commande', 'order id', 'order', 'n ticket',
    'ticket', 'n', 'numero', 'num', 'key', 'cle'
  ]
};

/** Words that say a column is about something else, whatever it also says. */
const EXCEPT: Partial<Record<Field, RegExp>> = {
  text: /\b(id|n|no|numero|date|auteur|author|langue|language|lang|titre|title|nom|name|user|client id|statut|status|version|url|lien|link|type|nombre|nb|count|owner|proprietaire|enseigne|gerant|sentiment|lu|reply)\b/,
  rating: /\b(nombre d avis|nb avis|count|max|maximum|moyenne|average|date|id)\b/,
  date: /\b(naissance|birth|anniversaire|birthday|reponse|reply|response|maj|modification)\b/,
  channel: /\b(code|language|id)\b/,
  team: /\b(web|internet|url)\b/,
  external_id:
    /\b(client|customer|user|magasin|store|shop|product|produit|equipe|team|date|postal|telephone)\b/
};

/** The nouns that lead: "date d'avis" is a date, "note de l'avis" a rating, "n° d'avis" an identifier. */
const LEADS: Record<Field, number> = {
  external_id: 5,
  date: 5,
  rating: 4,
  step: 3,
  channel: 2,
  team: 2,
  text: 1
};

/**
 * How surely a heading names a field: 0 not at all; 150 to 200 when the whole heading is one of its words,
 * the most usual word the highest; 60 to 110 when a heading of up to six words contains one.
 */
export function headingScore(heading: string, field: Field): number {
  const words = fold(heading);
  const whole = WORDS[field].indexOf(words);
  if (whole >= 0) return 200 - whole;
  if (words === '' || words.split(' ').length > 6 || EXCEPT[field]?.test(words)) return 0;
  const part = WORDS[field].findIndex((word) => word.length > 1 && ` ${words} `.includes(` ${word} `));
  return part < 0 ? 0 : 60 + 10 * LEADS[field] - part / WORDS[field].length;
}

/** The names of the columns, and whether the first row of the file gives them. */
export interface Headings {
  columns: string[];
  given: boolean;
}

/**
 * Names the columns after the first row of a file, unless that row is clearly data: a cell of it is a number
 * or a date, has over 200 characters, or is a whole sentence of five words or more that is not a question.
 * Then, and where a heading is empty, a column is called "Colonne 3". A name used before gets a number:
 * "Note", "Note 2".
 */
export function nameColumns(first: string[]): Headings {
  const cells = first.map((cell) => cell.replace(/\s+/g, ' ').trim());
  const given = !cells.some(isClearlyData);
  const used = new Set<string>();
  const columns = cells.map((cell, i) => {
    const name = given && cell !== '' ? cell : `Colonne ${i + 1}`;
    let unique = name;
    for (let n = 2; used.has(unique); n++) unique = `${name} ${n}`;
    used.add(unique);
    return unique;
  });
  return { columns, given };
}

function isClearlyData(cell: string): boolean {
  if (/^[+-]?\d+(?:[.,]\d+)?(?:\s?%|\s?\/\s?\d+)?$/.test(cell) || /^[★⭐☆]+$/u.test(cell)) return true;
  if (cell.length > 200 || isWrittenDate(cell)) return true;
  return /[.!…]["”»)]?$/.test(cell) && !cell.includes('?') && cell.split(' ').length >= 5;
}
