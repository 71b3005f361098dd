import { LABELS, type Label } from './sentiment';

/** What both layers say of a text, as far as the fusion looks at it. */
export interface Signals {
  /** (-1, 1): the weight of the rules' evidence. */
  rules: number;
  /** Margin of the learned layer, about -4 to 4; 0 in a language that it was never taught. */
  learned: number;
  /** 1 where the rules found no opinion, 0 where they did. */
  silent: 0 | 1;
  /** 1 where the text asks something. */
  asks: 0 | 1;
  /** 1 in English, whose lexicon leans otherwise than the French one. */
  english: 0 | 1;
  /** Words and emoji. */
  words: number;
}

/**
 * A cumulative logit model of three classes: `lean` weighs what the layers say towards praise or blame, `cut` how far that
 * must go before a text is called either. A short text gives the rules little to err on and the learned layer little to go
 * by, so length tells whom to believe.
 */
export interface Fusion {
  lean: Record<(typeof LEAN)[number], number>;
  cut: Record<(typeof CUT)[number], number>;
}

const LEAN = ['rules', 'rulesInShort', 'learned', 'learnedAlone', 'bias', 'english'] as const;
const CUT = ['base', 'silent', 'silentInShort', 'asksInShort', 'short'] as const;

/** Words of a text that is half short. */
const SHORT = 6;

/** The cut never closes: some neutral texts remain however clear the others are. */
const LEAST_CUT = 0.02;

/** [0, 1] each, together 1. */
export type Odds = Record<Label, number>;

/** How likely each label is. */
export function oddsOf(fusion: Fusion, signals: Signals): Odds {
  let parameters = flattened.get(fusion);
  if (!parameters) flattened.set(fusion, (parameters = flat(fusion)));
  return oddsAt(parameters, inputsOf(signals));
}

const flattened = new WeakMap<Fusion, number[]>();

/** What each parameter is multiplied by, in the order of `flat`. */
function inputsOf({ rules, learned, silent, asks, english, words }: Signals): number[] {
  const short = SHORT / (SHORT + words);
  const long = 1 - short;
  const margin = learned * long;
  const lean = [rules, rules * short, margin, margin * silent, long, english * long];
  lean.push(1, silent, silent * short, asks * short, short);
  return lean;
}

function oddsAt(parameters: readonly number[], inputs: readonly number[]): Odds {
  let lean = 0;
  let cut = 0;
  for (let i = 0; i < LEAN.length; i++) lean += parameters[i]! * inputs[i]!;
  for (let i = LEAN.length; i < inputs.length; i++) cut += parameters[i]! * inputs[i]!;
  cut = Math.max(LEAST_CUT, cut);
  const positive = logistic(lean - cut);
  const negative = logistic(-lean - cut);
  return { positive, negative, neutral: 1 - positive - negative };
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** What is known of a text that the fusion is fitted on. */
export interface Case {
  signals: Signals;
  label: Label;
  /** How much it counts; 1 when not said. */
  weight?: number;
}

/** Where the fitting starts when nothing is known. */
export const EVEN: Fusion = shaped([1, 0, 1, 0, 0, 0, 0.5, 0, 0, 0, 0]);

const STEPS = 400;
const STEP = 0.05;

/**
 * Fits the fusion by maximum likelihood (Adam, Kingma and Ba 2015, on all cases at once; no chance is in it).
 *
 * @param cases that neither layer has learned from
 * @param from where to start
 * @param hold how much the start counts, in cases: few cases move it little
 */
export function fitFusion(cases: readonly Case[], from: Fusion = EVEN, hold = 0): Fusion {
  const known = cases.map(({ signals, label, weight = 1 }) => ({ inputs: inputsOf(signals), label, weight }));
  const total = known.reduce((sum, { weight }) => sum + weight, 0) + hold;
  if (known.length === 0) return from;
  const start = flat(from);
  const at = [...start];
  const first = at.map(() => 0);
  const second = at.map(() => 0);
  for (let step = 1; step <= STEPS; step++) {
    const slope = at.map((value, i) => hold * (value - start[i]!));
    for (const each of known) addSlope(slope, at, each);
    for (let i = 0; i < at.length; i++) {
      const gradient = slope[i]! / total;
      first[i] = 0.9 * first[i]! + 0.1 * gradient;
      second[i] = 0.99 * second[i]! + 0.01 * gradient * gradient;
      const mean = first[i]! / (1 - 0.9 ** step);
      at[i]! -= (STEP * mean) / (Math.sqrt(second[i]! / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  return shaped(at.map((value) => Math.round(value * 1000) / 1000));
}

/** Adds the slope of the negative log-likelihood of one case. */
function addSlope(
  slope: number[],
  at: readonly number[],
  { inputs, label, weight }: { inputs: number[]; label: Label; weight: number }
): void {
  const { positive, negative, neutral } = oddsAt(at, inputs);
  const up = positive * (1 - positive);
  const down = negative * (1 - negative);
  const middle = Math.max(neutral, 1e-6);
  const byLean = { positive: positive - 1, negative: 1 - negative, neutral: (up - down) / middle }[label];
  const byCut = { positive: 1 - positive, negative: 1 - negative, neutral: -(up + down) / middle }[label];
  for (let i = 0; i < inputs.length; i++)
    slope[i]! += weight * (i < LEAN.length ? byLean : byCut) * inputs[i]!;
}

function flat({ lean, cut }: Fusion): number[] {
  return [...LEAN.map((name) => lean[name]), ...CUT.map((name) => cut[name])];
}

function shaped(values: readonly number[]): Fusion {
  const named = <Name extends string>(names: readonly Name[], from: number) =>
    Object.fromEntries(names.map((name, i) => [name, values[from + i]])) as Record<Name, number>;
  return { lean: named(LEAN, 0), cut: named(CUT, LEAN.length) };
}

/** The likeliest label that is likely enough to be said; neutral otherwise. @param floor [0, 1] */
export function labelOf(odds: Odds, floor: number): Label {
  const best = LABELS.reduce((one, other) => (odds[other] > odds[one] ? other : one));
  return odds[best] < floor ? 'neutral' : best;
}
