import { m } from '$lib/i18n/paraglide/messages';
import type { Grain } from '../month';
import { few, type Sheet } from '../sheets';
import type { Link } from './link';
import { directionOf, saidOf, whenOf } from './words';

/** Both ways of looking at the link, with every lag that was tried. */
export function linkSheet(links: { teams: Link; time: Link }, grain: Grain): Sheet {
  return {
    name: m.symmetry_sheet_link(),
    columns: [
      { name: m.symmetry_sheet_view(), width: 24 },
      { name: m.symmetry_sheet_verdict(), width: 30 },
      { name: m.symmetry_sheet_lag(), width: 10 },
      { name: m.symmetry_sheet_when(), width: 26 },
      { name: m.symmetry_sheet_direction(), width: 36 },
      { name: m.symmetry_sheet_coefficient(), width: 14 },
      { name: m.chart_low(), width: 12 },
      { name: m.chart_high(), width: 12 },
      { name: m.symmetry_sheet_pairs(), width: 10 },
      { name: m.symmetry_sheet_effective(), width: 14 },
      { name: m.symmetry_sheet_p(), width: 12 }
    ],
    rows: [links.teams, links.time].flatMap((link) =>
      link.lags.map(({ lag, value, low, high, pairs, effective }) => [
        link.view === 'teams' ? m.symmetry_link_teams() : m.symmetry_link_time(),
        saidOf(link, grain).verdict,
        lag,
        link.view === 'teams' ? null : whenOf(lag, grain),
        link.view === 'teams' ? null : directionOf(lag),
        value === null ? m.symmetry_sheet_withheld() : few(value, 2),
        value === null ? null : few(low, 2),
        value === null ? null : few(high, 2),
        pairs,
        few(effective),
        link.p === null ? null : few(link.p, 4)
      ])
    )
  };
}
