/** The six levers a company can act on. */
export const LEVERS = [
  'onboarding',
  'training',
  'culture',
  'autonomy',
  'quality_of_work_life',
  'tools'
] as const;
export type Lever = (typeof LEVERS)[number];

/** agreement: 1 (strongly disagree) to 5 (strongly agree); recommendation: 0 to 10; guess: customers' score, 0 to 10. */
export type Scale = 'agreement' | 'recommendation' | 'guess';

/** A question of the library: a row of the table `questions`. */
export interface Question {
  id: string;
  slug: string;
  /** The set it belongs to; a plan rotates within one. */
  battery: 'levers' | 'recommendation' | 'digital' | 'perception';
  /** null for the recommendation and for what is believed of customers. */
  lever: Lever | null;
  scale: Scale;
  text_fr: string;
  text_en: string;
  position: number;
}

/** Every answer a scale offers, from the lowest. */
export const OPTIONS: Record<Scale, readonly number[]> = {
  agreement: [1, 2, 3, 4, 5],
  recommendation: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  guess: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
};

/** The question in the reader's language. */
export function wording(question: Pick<Question, 'text_fr' | 'text_en'>, locale: string): string {
  return locale === 'en' ? question.text_en : question.text_fr;
}
