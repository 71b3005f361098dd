import type { DemoReply } from './questionnaire';
import { pickWeighted, seeded, shuffle } from './random';

type Feeling = 'positive' | 'neutral' | 'negative';

/** A sentence that answers may hold: a row of phrases.csv. */
export interface Phrase {
  text: string;
  lang: 'fr' | 'en';
  /** Slug of the step it is about, with a place before it where it is said differently there; '' for how answers end. */
  step: string;
  feeling: Feeling;
}

/** What an answer says, and how it was meant. */
export interface Words {
  text: string;
  feeling: Feeling;
}

/** What people come for, and what else they say before they come to the point: none of it is an opinion. */
const ITEMS = {
  fr: 'un tapis,une lampe de chevet,un canapé,un plaid,une table basse,un portemanteau,un fauteuil,une étagère,un buffet,une suspension,un service à thé,une couette,un tabouret,une nappe,un lampadaire,une commode,un vase,une paire de rideaux'.split(
    ','
  ),
  en: 'a rug,a bedside lamp,a sofa,a throw,a coat stand,an armchair,a sideboard,a tablecloth'.split(',')
};
const BEFORE_ITEM = { fr: ['Achat d’', 'Pour ', 'C’était pour '], en: ['I bought ', 'It was for '] };
const ASIDES = {
  fr: 'Première visite,Deuxième achat ici,Samedi après-midi,Entre midi et deux,Un mardi matin,Cliente depuis dix ans,Avec deux enfants,Un cadeau de mariage,On vient d’emménager,De passage en ville'.split(
    ','
  ),
  en: 'First visit,Saturday afternoon,For a wedding,We have just moved in'.split(',')
};

/** Of a hundred answers: those in English; that name what was bought; that say something else first; that end on a word. */
const IN_ENGLISH = 12;
const NAMES_ITEM = 32;
const SAYS_ASIDE = 18;
const ENDS = 40;
/** Of a hundred, those typed without care, and with straight apostrophes. */
const CARELESS = 12;
const STRAIGHT = 45;

/** How people of each rating feel: those of 6 and 7 are of two minds. */
const MEANT: Partial<Record<number, [Feeling, number][]>> = {
  6: [
    ['neutral', 6],
    ['negative', 4]
  ],
  7: [
    ['positive', 6],
    ['neutral', 4]
  ]
};

/**
 * Gives answers their words, one after the other: a sentence about the step, by how content the customer is, mostly
 * with an opening or an ending. No sentence comes back before all others of its kind were used.
 */
export function composer(phrases: readonly Phrase[], seed = 13): (reply: DemoReply) => Words {
  const random = seeded(seed);
  const packs = new Map<string, string[]>();
  const happens = (percent: number) => 100 * random() < percent;
  const pick = (items: readonly string[]) => pickWeighted(random, items, () => 1);

  const take = (lang: string, step: string, feeling: Feeling): string => {
    const key = `${lang} ${step} ${feeling}`;
    const left = packs.get(key) ?? [];
    if (left.length === 0) left.push(...shuffle(random, kindOf(phrases, lang, step, feeling)));
    packs.set(key, left);
    return left.pop() ?? '';
  };

  return (reply) => {
    const feeling = feelingOf(random, reply.rating);
    const lang = happens(IN_ENGLISH) ? 'en' : 'fr';
    const sentence = take(lang, saidAt(reply), feeling);
    const item = happens(NAMES_ITEM) ? `${pick(BEFORE_ITEM[lang])}${pick(ITEMS[lang])}. ` : '';
    const opening = item === '' && happens(SAYS_ASIDE) ? `${pick(ASIDES[lang])}. ` : item;
    const ending = happens(ENDS) ? ` ${take(lang, '', feeling)}` : '';
    return { text: typed(random, opening + sentence + ending), feeling };
  };
}

function typed(random: () => number, text: string): string {
  const quoted = 100 * random() < STRAIGHT ? text.replaceAll('’', "'") : text;
  return 100 * random() < CARELESS ? quoted.replace(/\.$/, '').toLowerCase() : quoted;
}

function kindOf(phrases: readonly Phrase[], lang: string, step: string, feeling: Feeling): string[] {
  const kind = phrases.filter(
    (phrase) => phrase.lang === lang && phrase.step === step && phrase.feeling === feeling
  );
  if (kind.length === 0) throw new Error(`No phrase is ${feeling} about ${step || 'the end'} in ${lang}.`);
  return kind.map(({ text }) => text);
}

/** On the web and on the phone, some steps are another experience. */
function saidAt({ team, step }: DemoReply): string {
  if (team === 'e-commerce' && ['discovery', 'payment'].includes(step)) return `web-${step}`;
  return team === 'relation-client' && step === 'service' ? 'care-service' : step;
}

function feelingOf(random: () => number, rating: number): Feeling {
  const usual = rating >= 8 ? 'positive' : 'negative';
  const meant = MEANT[rating];
  return meant ? pickWeighted(random, meant, ([, weight]) => weight)[0] : usual;
}
