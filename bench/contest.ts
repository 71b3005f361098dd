import type { Estimate } from '../src/lib/statistics/estimate';
import type { Contender } from './peers';
import type { KnownSet } from './rated';
import {
  assuranceOf,
  bestCut,
  figuresOf,
  isRight,
  leadInMacroF1,
  leadOf,
  majorityOf,
  shareOf,
  signsRight,
  verdictsOf,
  type Assurance,
  type Figures,
  type Verdict
} from './verdicts';

/** How all did on the texts of one set. */
export interface Contest {
  set: KnownSet;
  entries: Entry[];
  assurance: Assurance;
  /** [-1, 1]: how far ours is ahead of the best peer, by each of two measures; null where there is no peer. */
  leads: { twoClass: Lead; macroF1: Lead } | null;
  categories: Category[];
}

export interface Entry {
  key: string;
  name: string;
  figures: Figures;
}

export interface Lead {
  peer: string;
  lead: Estimate;
}

/** Right labels of three among the sentences that are hard in one way. */
export interface Category {
  category: string;
  ours: Estimate;
  rules: Estimate;
}

interface Run extends Entry {
  verdicts: Verdict[];
  cut: number | null;
}

/**
 * Lets all of them read the texts of a set.
 *
 * @param others ours in other guises, the rules alone last
 */
export async function contestOf(
  set: KnownSet,
  ours: Contender,
  others: readonly Contender[],
  peers: readonly Contender[]
): Promise<Contest> {
  const own = await runOf(ours, set, false);
  const guises: Run[] = [];
  for (const guise of others) guises.push(await runOf(guise, set, false));
  const rivals: Run[] = [];
  for (const peer of peers) rivals.push(await runOf(peer, set, true));
  const majority = {
    key: 'majority',
    name: 'always the commonest',
    figures: figuresOf(majorityOf(set.texts), null)
  };
  return {
    set,
    entries: [own, ...guises, ...rivals, majority].map(({ key, name, figures }) => ({ key, name, figures })),
    assurance: assuranceOf(own.verdicts)!,
    leads: leadsOf(own, rivals),
    categories: categoriesOf(set, own, guises.at(-1)!)
  };
}

async function runOf(contender: Contender, set: KnownSet, tunes: boolean): Promise<Run> {
  const verdicts = await verdictsOf(contender, set.texts);
  // Ours was taught the texts that others are tuned on.
  const cut = tunes ? bestCut(await verdictsOf(contender, set.tuning)) : null;
  const { key, name } = contender;
  return { key, name, verdicts, cut, figures: figuresOf(verdicts, cut) };
}

function leadsOf(own: Run, rivals: readonly Run[]): Contest['leads'] {
  if (rivals.length === 0) return null;
  // Each peer at its best, tuned or not.
  const tries = rivals.flatMap((run) => [
    { peer: run.name, right: signsRight(run.verdicts) },
    ...(run.cut === null ? [] : [{ peer: `${run.name}, tuned`, right: signsRight(run.verdicts, run.cut) }])
  ]);
  const best = highest(tries, ({ right }) => right.filter(Boolean).length);
  const second = highest(rivals, ({ figures }) => figures.macroF1.value);
  return {
    twoClass: { peer: best.peer, lead: leadOf(signsRight(own.verdicts), best.right) },
    macroF1: { peer: second.name, lead: leadInMacroF1(own.verdicts, second.verdicts) }
  };
}

function highest<T>(of: readonly T[], worth: (each: T) => number): T {
  return of.reduce((best, each) => (worth(each) > worth(best) ? each : best));
}

function categoriesOf({ texts }: KnownSet, own: Run, rules: Run): Category[] {
  const names = [...new Set(texts.map(({ category }) => category))].filter((name) => name !== '');
  return names.map((category) => {
    const share = ({ verdicts }: Run) =>
      shareOf(verdicts.filter((_, i) => texts[i]!.category === category).map(isRight));
    return { category, ours: share(own), rules: share(rules) };
  });
}
