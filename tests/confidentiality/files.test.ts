import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { spreadsheet } from '../../src/lib/i18n/format';
import { csvOf } from '../../src/lib/pulse/results/figures';
import { publish } from './closing';
import { organisationOf } from './organisations';
import { printedFor, reportFor, sumOf } from './readings';
import { ours } from './rules';

describe('the file of a team’s page', () => {
  it('has the n and the sums of the page, and no n of anything else', async () => {
    const { cells, decimals } = spreadsheet();
    for (const seed of [1, 2, 3, 4, 5]) {
      const organisation = organisationOf(seed);
      const published = publish(organisation, ours(organisation));
      const printed = printedFor(organisation, published);
      for (const { id: team } of organisation.teams) {
        const file = await csvOf(reportFor(organisation, published, team), team);
        const rows: string[][] = parse(file, { bom: true, delimiter: cells, from_line: 2 });
        const counts = new Set(printed.filter((each) => each.team === team).map(({ n }) => `${n}`));
        for (const [, , , , , , n = ''] of rows) expect(n === '' || counts.has(n)).toBe(true);
        for (const { id, scale } of organisation.questions) {
          const [, , , , , , n = '', score = ''] =
            rows.find(([, , , , , asked]) => asked?.startsWith(id)) ?? [];
          const shown = printed.find((each) => each.team === team && each.question === id);
          expect(n).toBe(shown ? `${shown.n}` : '');
          const told = { question: id, team, n: Number(n), score: Number(score.replace(decimals, '.')) };
          expect(shown ? sumOf(scale, told) : score).toBe(shown ? sumOf(scale, shown) : '');
        }
      }
    }
  });
});
