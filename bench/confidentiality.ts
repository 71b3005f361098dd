import { blocks, choose, type Node } from '../src/lib/pulse/audit';
import { hasAnswered, type Published } from '../tests/confidentiality/closing';
import { assault, READINGS } from '../tests/confidentiality/leaks';
import { organisationOf, type Organisation } from '../tests/confidentiality/organisations';
import { naive, ours, sibling } from '../tests/confidentiality/rules';
import { figures } from '../tests/confidentiality/surfaces';
import { shapesOf } from './shapes';
import { hundredths, quantile } from './quantile';

const ORGANISATIONS = 10_000;
const AUDITED_TEAMS = 200;
const RULES = { ours, naive, sibling };

interface Outcome {
  cells: number;
  leaks: number;
  leaksBySurface: Map<string, number>;
  /** Companies in which anything came out, and those in which it was an answer. */
  broken: number;
  answersFound: number;
  /** Sums that came out wrong: the attacker would be mistaken. */
  wrong: number;
}

/**
 * Attacks the published figures of thousands of companies, by our rule and by two that are commonly used, and times the
 * audit at 200 teams of every shape.
 *
 * npm run bench:confidentiality [-- --json] [-- --organisations=500]
 */
export async function run(args: string[]): Promise<number> {
  const json = args.includes('--json');
  const given = args.find((arg) => arg.startsWith('--organisations='))?.split('=')[1];
  const organisations = given === undefined ? ORGANISATIONS : Number(given);
  if (!Number.isInteger(organisations) || organisations < 1)
    throw new RangeError(`--organisations=${given} is not a number of companies.`);

  const outcomes = { ours: outcomeOf(), naive: outcomeOf(), sibling: outcomeOf() };
  const limits = { blocks: 0, alike: 0, smallest: 0 };
  for (let seed = 1; seed <= organisations; seed++) {
    const organisation = organisationOf(seed);
    for (const [name, rule] of Object.entries(RULES)) {
      // Of the rules that are broken it is enough to read the database.
      const { published, leaks } = assault(organisation, rule, rule === ours ? READINGS : [figures]);
      const outcome = outcomes[name as keyof typeof RULES];
      outcome.cells += published.cells.length;
      outcome.leaks += leaks.length;
      for (const { surface } of leaks)
        outcome.leaksBySurface.set(surface, (outcome.leaksBySurface.get(surface) ?? 0) + 1);
      outcome.broken += Number(leaks.length > 0);
      outcome.answersFound += Number(leaks.some(({ surface }) => surface === 'scores'));
      outcome.wrong += leaks.filter(({ value, truth }) => value !== truth).length;
      if (name === 'ours') weighLimits(organisation, published, limits);
    }
    if (seed % 1000 === 0) process.stderr.write(`${seed} companies attacked\n`);
  }
  report(organisations, outcomes, limits, timeAudit(), json);
  return outcomes.ours.leaks === 0 ? 0 : 1;
}

function outcomeOf(): Outcome {
  return { cells: 0, leaks: 0, leaksBySurface: new Map(), broken: 0, answersFound: 0, wrong: 0 };
}

interface Limits {
  /** The smallest groups about which anything is known. */
  blocks: number;
  /** Those in which all answered the lowest, or all the highest: their sum tells what each answered. */
  alike: number;
  /** Those of exactly five people: who is one of them knows about four. */
  smallest: number;
}

/** What no threshold protects from, counted. */
function weighLimits({ teams, people, questions }: Organisation, { cells }: Published, limits: Limits): void {
  questions.forEach(({ id, scale }, question) => {
    if (scale !== 'agreement') return;
    const shown = new Set(
      cells.filter(({ question_id }) => question_id === id).map(({ team_id }) => team_id)
    );
    const sumsOf = (worth: (answer: number) => number) =>
      blocks(
        teams.map((team) => {
          const own = people.filter((person) => person.team === team.id && hasAnswered(person));
          return {
            ...team,
            own: own.reduce(
              (sum, { answers }) => sum + (answers[question] === null ? 0 : worth(answers[question]!)),
              0
            )
          };
        }),
        shown
      );
    const sizes = sumsOf(() => 1);
    const sums = sumsOf((answer) => answer);
    for (const [cell, n] of sizes) {
      if (n === 0) continue;
      limits.blocks++;
      limits.alike += Number(sums.get(cell) === n || sums.get(cell) === 5 * n);
      limits.smallest += Number(n === 5);
    }
  });
}

/** Seconds for each shape, several times, for both thresholds. */
function timeAudit(): { shape: string; seconds: number[] }[] {
  const time = (nodes: Node[], k: number) => {
    const started = performance.now();
    choose(nodes, k);
    return (performance.now() - started) / 1000;
  };
  return shapesOf(AUDITED_TEAMS).map(({ shape, trees }) => ({
    shape,
    seconds: trees.flatMap((nodes) => [5, 10, 50].map((k) => time(nodes, k)))
  }));
}

function report(
  organisations: number,
  outcomes: Record<keyof typeof RULES, Outcome>,
  limits: Limits,
  audits: { shape: string; seconds: number[] }[],
  json: boolean
): void {
  const percent = (part: number, whole: number) => Math.round((1000 * part) / whole) / 10;
  const all = audits.flatMap(({ seconds }) => seconds);
  const { ours: kept, naive: eligible, sibling: siblings } = outcomes;
  if (json)
    return console.log(
      JSON.stringify({
        organisations,
        leaks: kept.leaks,
        leaks_by_surface: Object.fromEntries(kept.leaksBySurface),
        kept_percent: percent(kept.cells, eligible.cells),
        naive_broken_percent: percent(eligible.broken, organisations),
        naive_answers_found_percent: percent(eligible.answersFound, organisations),
        sibling_broken_percent: percent(siblings.broken, organisations),
        sibling_answers_found_percent: percent(siblings.answersFound, organisations),
        sibling_kept_percent: percent(siblings.cells, eligible.cells),
        wrong_findings: eligible.wrong + siblings.wrong,
        audit_p95_s: quantile(all, 0.95),
        audit_worst_s: quantile(all, 1),
        audited_teams: AUDITED_TEAMS,
        unanimous_blocks_percent: percent(limits.alike, limits.blocks),
        blocks_of_five_percent: percent(limits.smallest, limits.blocks)
      })
    );
  console.log(
    `${organisations} companies of 5 to 60 teams, every published figure of each in the hands of one attacker.`
  );
  console.table(
    Object.entries(outcomes).map(([rule, outcome]) => ({
      rule,
      'anything found, % of companies': percent(outcome.broken, organisations),
      'answers found, % of companies': percent(outcome.answersFound, organisations),
      leaks: outcome.leaks,
      'cells kept, %': percent(outcome.cells, eligible.cells),
      'computed wrongly': outcome.wrong
    }))
  );
  const surfaces = [
    ...new Set(Object.values(outcomes).flatMap(({ leaksBySurface }) => [...leaksBySurface.keys()]))
  ];
  console.table(
    surfaces.map((surface) => ({
      'leaks by surface': surface,
      ...Object.fromEntries(
        Object.entries(outcomes).map(([rule, { leaksBySurface }]) => [rule, leaksBySurface.get(surface) ?? 0])
      )
    }))
  );
  console.table(
    audits.map(({ shape, seconds }) => ({
      [`audit, ${AUDITED_TEAMS} teams`]: shape,
      'p95 ms': hundredths(1000 * quantile(seconds, 0.95)),
      'worst ms': hundredths(1000 * quantile(seconds, 1))
    }))
  );
  console.log(
    `What no threshold hides: in ${percent(limits.alike, limits.blocks)} % of the smallest groups all answered alike at ` +
      `an end of the scale; ${percent(limits.smallest, limits.blocks)} % have exactly five people.`
  );
}
