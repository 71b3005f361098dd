import { OPTIONS, type Question } from '../question';

/** What a respondent needs of a question. */
export type Asked = Pick<Question, 'id' | 'scale' | 'text_fr' | 'text_en'>;

/** The most characters a comment may have, as the database counts them. */
export const COMMENT_LIMIT = 1000;

/** A question passed on purpose: the same as one left blank, but it can be chosen after an answer was. */
export const SKIPPED = 'skip';

const FIELD = 'answer-';

/** The form as it was filled in, so that it can be shown again. */
export interface Given {
  /** {question id: value}, without those left blank. */
  answers: Record<string, string>;
  comment: string;
  /** The comment without personal data as its author saw it last; empty when they did not. */
  reviewed: string;
  /** `decline_all` confirms a refusal although something was filled in. */
  intent: 'send' | 'decline' | 'decline_all';
}

/**
 * Why a form stays where it is. `look`: its comment holds personal data, and its author
 * has not seen what will be kept of it.
 */
export type Problem = 'nothing' | 'not_offered' | 'too_long' | 'would_be_lost' | 'look';

/** What is handed in: a question left out was skipped; no answers and no comment decline the whole wave. */
interface Answer {
  answers: Record<string, number>;
  comment: string;
}

/** The name of a question's field in the form. */
export function fieldOf(question: Pick<Question, 'id'>): string {
  return FIELD + question.id;
}

/** Reads a form, whatever it contains. */
export function readForm(form: FormData): Given {
  const text = (name: string) => lines(String(form.get(name) ?? ''));
  const answers: [string, string][] = [];
  for (const [name, value] of form) {
    if (name.startsWith(FIELD) && value !== '') answers.push([name.slice(FIELD.length), String(value)]);
  }
  const intent = text('intent');
  return {
    answers: Object.fromEntries(answers),
    comment: text('comment'),
    reviewed: text('reviewed'),
    intent: intent === 'decline' || intent === 'decline_all' ? intent : 'send'
  };
}

/** A comment as it would be kept. */
interface Kept {
  text: string;
  /** Whether personal data was replaced in it, or may still be there. */
  personal: boolean;
}

/** What a form answers, or why it does not. The limit of length applies to the comment as given and as kept. */
export function answerOf(given: Given, questions: Asked[], kept: Kept): Answer | Problem {
  const chosen = Object.entries(given.answers).filter(([, value]) => value !== SKIPPED);
  const comment = kept.text.trim();
  const isBlank = chosen.length === 0 && comment === '';
  if (given.intent === 'decline' && !isBlank) return 'would_be_lost';
  if (given.intent !== 'send') return { answers: {}, comment: '' };
  if (isBlank) return 'nothing';
  if (chosen.some(([id, value]) => !isOffered(questions, id, value))) return 'not_offered';
  if (Math.max(lengthOf(given.comment.trim()), lengthOf(comment)) > COMMENT_LIMIT) return 'too_long';
  if (kept.personal && given.reviewed.trim() !== comment) return 'look';
  return { answers: Object.fromEntries(chosen.map(([id, value]) => [id, Number(value)])), comment };
}

/** Characters as the database counts them: an emoji outside of the basic plane is one. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** Browsers send line ends as CRLF and count them as one character. */
function lines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function isOffered(questions: Asked[], id: string, value: string): boolean {
  const question = questions.find((asked) => asked.id === id);
  return question !== undefined && OPTIONS[question.scale].some((option) => String(option) === value);
}
