import { m } from '$lib/i18n/paraglide/messages.js';

export type Occasion = 'invitation' | 'reminder';

/** What a message to one person says. */
export interface Facts {
  name: string;
  company: string;
  /** The personal link. */
  link: string;
  /** How many questions the wave asks. */
  questions: number;
  closes_at: string;
  k_score: number;
  k_distribution: number;
  /** An IANA name: the end is told by the clocks of the company. */
  zone: string;
}

/** The words of a message, as they are and as a page. */
export interface Letter {
  subject: string;
  text: string;
  html: string;
}

type Locale = 'fr' | 'en';
const LOCALES: readonly Locale[] = ['fr', 'en'];
const TAGS = { fr: 'fr-FR', en: 'en-GB' };

/** The message in French, then in English: nobody was asked yet which of them they read. */
export function letterOf(occasion: Occasion, facts: Facts): Letter {
  const subject = occasion === 'invitation' ? m.mail_subject : m.mail_subject_reminder;
  const parts = LOCALES.map((locale) => ({ locale, paragraphs: paragraphsOf(occasion, facts, locale) }));
  return {
    subject: LOCALES.map((locale) => subject({}, { locale })).join(' · '),
    text: parts.map(({ paragraphs }) => paragraphs.join('\n\n')).join('\n\n—\n\n') + '\n',
    html: page(parts.map(({ locale, paragraphs }) => section(locale, paragraphs, facts.link)).join('<hr>'))
  };
}

function paragraphsOf(occasion: Occasion, facts: Facts, locale: Locale): string[] {
  const { name, company, questions, link, k_score, k_distribution } = facts;
  const inWords = { locale };
  const first = occasion === 'invitation';
  return [
    m.mail_hello({ name }, inWords),
    first ? m.mail_ask({ company, count: questions }, inWords) : m.mail_remind({}, inWords),
    m.mail_until({ moment: momentOf(facts, locale) }, inWords),
    link,
    m.mail_link_is({}, inWords),
    m.mail_seen({ k: k_score, detail: k_distribution }, inWords),
    m.mail_kept({}, inWords),
    first ? m.mail_decline({}, inWords) : m.mail_decline_last({}, inWords)
  ];
}

function momentOf({ closes_at, zone }: Facts, locale: Locale): string {
  return new Intl.DateTimeFormat(TAGS[locale], {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit'
  }).format(new Date(closes_at));
}

function section(locale: Locale, paragraphs: readonly string[], link: string): string {
  const body = paragraphs.map((text) => `<p>${text === link ? anchor(link, locale) : escape(text)}</p>`);
  return `<div lang="${locale}">${body.join('')}</div>`;
}

function anchor(link: string, locale: Locale): string {
  return `<a href="${escape(link)}"><strong>${escape(m.mail_link({}, { locale }))}</strong></a>`;
}

function page(body: string): string {
  return `<!doctype html><html><body style="max-width:36rem;font:16px/1.5 sans-serif">${body}</body></html>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
