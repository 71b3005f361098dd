/** What the bench uses of packages that bring no types of their own. */

declare module 'vader-sentiment' {
  const vader: { SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } } };
  export default vader;
}

declare module 'natural/lib/natural/sentiment/SentimentAnalyzer.js' {
  export default class SentimentAnalyzer {
    constructor(language: string, stemmer: { stem(word: string): string } | undefined, vocabulary: string);
    getSentiment(words: string[]): number;
  }
}

declare module 'natural/lib/natural/tokenizers/aggressive_tokenizer*.js' {
  export default class Tokenizer {
    tokenize(text: string): string[];
  }
}

declare module 'natural/lib/natural/stemmers/porter_stemmer*.js' {
  const stemmer: { stem(word: string): string };
  export default stemmer;
}

declare module '@nlpjs/core' {
  interface Container {
    use(part: unknown): void;
    get(name: string): { cache?: unknown };
  }
  const core: { containerBootstrap(): Container };
  export default core;
}

declare module '@nlpjs/lang-fr' {
  const pack: { LangFr: unknown };
  export default pack;
}

declare module '@nlpjs/lang-en' {
  const pack: { LangEn: unknown };
  export default pack;
}

declare module '@nlpjs/sentiment' {
  interface Analyzer {
    process(input: { locale: string; text: string }): Promise<{ sentiment: { average: number } }>;
  }
  const sentiment: { SentimentAnalyzer: new (settings: { container: unknown }) => Analyzer };
  export default sentiment;
}
