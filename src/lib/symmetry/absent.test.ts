import { describe, expect, it } from 'vitest';
import { asked, BELLERIVE, rated, sumsOf } from '../../../tests/support/sums';
import { absentOf, missingOfPlace } from './absent';
import { overviewOf } from './overview';

const TARGETS = { cx: 70, ex: 60 };
const SPAN = { since: '2026-05', until: '2026-10' };
const TODAY = '2026-11-22';
const OUEST = { teams: BELLERIVE, root: 'ouest', isCompany: false };
const published = (audience: string[] | null) => ({ day: '2026-09-08', isPublished: true, audience });

function absent(sums: ReturnType<typeof sumsOf>, waves: Parameters<typeof absentOf>[3]) {
  return absentOf(sums, OUEST, overviewOf(sums, OUEST, SPAN, TARGETS, 'quarter'), waves, TODAY);
}

describe('the teams that a picture does not show', () => {
  const both = sumsOf(
    { nantes: { '2026-09': rated(40, 70) }, rennes: { '2026-09': rated(40, 70) } },
    { nantes: { '2026-09': asked(8, 65) } }
  );

  it('are those without a side, and those of whom no customer ever spoke', () => {
    expect(absent(both, []).map(({ team, isSilent }) => [team.id, isSilent])).toEqual([
      ['bordeaux', true],
      ['rennes', false]
    ]);
  });

  it('were withheld where a wave asked them, itself, above or below', () => {
    const why = (audience: string[] | null) =>
      absent(both, [published(audience)]).find(({ team }) => team.id === 'rennes')?.missing;
    for (const audience of [null, ['rennes'], ['ouest'], ['lyon', 'bellerive']])
      expect(why(audience)).toEqual([{ what: 'employees', why: 'withheld', by: null }]);
    expect(why(['nantes'])).toEqual([{ what: 'employees', why: 'none', by: null }]);
  });
});

describe('what a place lacks', () => {
  it('is nothing where both sides are there, and is told side by side where they are not', () => {
    const overview = (sums: ReturnType<typeof sumsOf>) => overviewOf(sums, OUEST, SPAN, TARGETS, 'quarter');
    const all = sumsOf({ nantes: { '2026-09': rated(40, 70) } }, { ouest: { '2026-09': asked(30, 65) } });
    expect(missingOfPlace(all, OUEST, overview(all), [], TODAY)).toEqual({
      customers: null,
      employees: null
    });
    const none = sumsOf({}, {});
    expect(missingOfPlace(none, OUEST, overview(none), [], TODAY)).toMatchObject({
      customers: { have: 0 },
      employees: { why: 'none' }
    });
  });
});
