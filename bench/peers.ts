import { createRequire } from 'node:module';
import type { Label, ListedLanguage } from '../src/lib/sentiment/sentiment';

/** What an engine says of a text. */
export interface Answer {
  /** Above 0 for praise, below 0 for blame, 0 when it has no answer. */
  score: number;
  label: Label;
  /** [0, 1], of those that know how sure they are. */
  confidence?: number;
}

/** An engine that is compared. */
export interface Contender {
  /** Its name among the figures. */
  key: string;
  name: string;
  answer(text: string, language: ListedLanguage): Answer | Promise<Answer>;
  /** Drops the texts it remembers, so that a second pass over them is work again. */
  forget?(): void;
}

/** Another package: which of its modules are used for French and English, and how it is made ready. */
export interface Peer {
  key: string;
  name: string;
  /** How it is used. */
  how: string;
  modules: string[];
  load(): Promise<Loaded>;
}

type Loaded = Omit<Contender, 'key' | 'name'>;

type Versions = Record<string, string>;
const project = createRequire(import.meta.url)('#project') as {
  dependencies: Versions;
  devDependencies: Versions;
};

const NATURAL = 'natural/lib/natural';

/**
 * Each as its own documentation uses it, with the language told where it takes one. Of the lists of natural those are taken
 * that did best on the reviews of the train split; it did better there without a stemmer in French, and as well in English.
 */
export const PEERS: Peer[] = [
  {
    key: 'sentiment',
    name: versioned('sentiment'),
    how: 'as it is: AFINN, English alone; its score by word',
    modules: ['sentiment'],
    load: async () => {
      const { default: Sentiment } = await import('sentiment');
      const engine = new Sentiment();
      return { answer: (text) => bySign(engine.analyze(text).comparative) };
    }
  },
  {
    key: 'vader_sentiment',
    name: versioned('vader-sentiment'),
    how: 'English alone; neutral between -0.05 and 0.05, as its readme says',
    modules: ['vader-sentiment'],
    load: async () => {
      const { default: vader } = await import('vader-sentiment');
      return {
        answer: (text) => bySign(vader.SentimentIntensityAnalyzer.polarity_scores(text).compound, 0.05)
      };
    }
  },
  {
    key: 'natural',
    name: versioned('natural'),
    how: 'AFINN in English and Spanish, the list of Pattern in the others, without a stemmer',
    modules: [
      `${NATURAL}/sentiment/SentimentAnalyzer.js`,
      `${NATURAL}/tokenizers/aggressive_tokenizer.js`,
      `${NATURAL}/tokenizers/aggressive_tokenizer_fr.js`
    ],
    load: () => loadNatural(false)
  },
  {
    key: 'natural_stemmed',
    name: `${versioned('natural')}, stemmed`,
    how: 'the same with its Porter stemmer of the language',
    modules: [
      `${NATURAL}/sentiment/SentimentAnalyzer.js`,
      `${NATURAL}/tokenizers/aggressive_tokenizer.js`,
      `${NATURAL}/tokenizers/aggressive_tokenizer_fr.js`,
      `${NATURAL}/stemmers/porter_stemmer.js`,
      `${NATURAL}/stemmers/porter_stemmer_fr.js`
    ],
    load: () => loadNatural(true)
  },
  {
    key: 'nlpjs_sentiment',
    name: versioned('@nlpjs/sentiment'),
    how: 'with its packs of French (Pattern) and English (SentiCon), stemmed; no pack is installed for the others',
    modules: ['@nlpjs/core', '@nlpjs/sentiment', '@nlpjs/lang-fr', '@nlpjs/lang-en'],
    load: loadNlpjs
  }
];

/** The package with the version the project names. */
function versioned(name: string): string {
  return `${name} ${{ ...project.dependencies, ...project.devDependencies }[name]}`;
}

/** Those that load, and why the others do not. */
export async function loadPeers(): Promise<{ peers: Contender[]; failed: string[] }> {
  const peers: Contender[] = [];
  const failed: string[] = [];
  for (const { key, name, load } of PEERS)
    try {
      peers.push({ key, name, ...(await load()) });
    } catch (error) {
      failed.push(`${name}: ${(error as Error).message}`);
    }
  return { peers, failed };
}

/** Of each language: its name, the list, the tokenizer and the stemmer. */
const NATURAL_PARTS = {
  en: [
    'English',
    'afinn',
    () => import('natural/lib/natural/tokenizers/aggressive_tokenizer.js'),
    () => import('natural/lib/natural/stemmers/porter_stemmer.js')
  ],
  fr: [
    'French',
    'pattern',
    () => import('natural/lib/natural/tokenizers/aggressive_tokenizer_fr.js'),
    () => import('natural/lib/natural/stemmers/porter_stemmer_fr.js')
  ],
  es: [
    'Spanish',
    'afinn',
    () => import('natural/lib/natural/tokenizers/aggressive_tokenizer_es.js'),
    () => import('natural/lib/natural/stemmers/porter_stemmer_es.js')
  ],
  de: [
    'German',
    'pattern',
    () => import('natural/lib/natural/tokenizers/aggressive_tokenizer_de.js'),
    () => import('natural/lib/natural/stemmers/porter_stemmer_de.js')
  ],
  it: [
    'Italian',
    'pattern',
    () => import('natural/lib/natural/tokenizers/aggressive_tokenizer_it.js'),
    () => import('natural/lib/natural/stemmers/porter_stemmer_it.js')
  ],
  nl: [
    'Dutch',
    'pattern',
    () => import('natural/lib/natural/tokenizers/aggressive_tokenizer_nl.js'),
    () => import('natural/lib/natural/stemmers/porter_stemmer_nl.js')
  ]
} as const;

async function loadNatural(stemmed: boolean): Promise<Loaded> {
  const { default: Analyzer } = await import('natural/lib/natural/sentiment/SentimentAnalyzer.js');
  const readers = new Map<string, (text: string) => number>();
  for (const [language, [name, list, tokenizing, stemming]] of Object.entries(NATURAL_PARTS)) {
    const { default: Tokenizer } = await tokenizing();
    const { default: stemmer } = await stemming();
    const tokenizer = new Tokenizer();
    const analyzer = new Analyzer(name, stemmed ? stemmer : undefined, list);
    readers.set(language, (text) => analyzer.getSentiment(tokenizer.tokenize(text)));
  }
  return { answer: (text, language) => bySign(readers.get(language)!(text)) };
}

async function loadNlpjs(): Promise<Loaded> {
  const [{ default: core }, { default: french }, { default: english }, { default: sentiment }] =
    await Promise.all([
      import('@nlpjs/core'),
      import('@nlpjs/lang-fr'),
      import('@nlpjs/lang-en'),
      import('@nlpjs/sentiment')
    ]);
  const container = core.containerBootstrap();
  container.use(french.LangFr);
  container.use(english.LangEn);
  const analyzer = new sentiment.SentimentAnalyzer({ container });
  return {
    answer: async (text, locale) => bySign((await analyzer.process({ locale, text })).sentiment.average),
    forget: () => {
      for (const language of ['fr', 'en']) container.get(`tokenizer-${language}`).cache = undefined;
    }
  };
}

/** Neutral where the score is nearer to 0 than the threshold. */
function bySign(given: number, threshold = Number.MIN_VALUE): Answer {
  // A text without words has no average.
  const score = given || 0;
  return { score, label: score >= threshold ? 'positive' : score <= -threshold ? 'negative' : 'neutral' };
}
