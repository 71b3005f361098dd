import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import { absentOf, missingOfPlace } from '$lib/symmetry/absent';
import { missingText } from '$lib/symmetry/missing';
import { firstDay, lastDay, type Span } from '$lib/symmetry/month';
import { day, few, kindName, type Reasons, type Sheet, type Value } from '$lib/symmetry/sheets';
import type { Material, Question } from '../report.server';

/** What the file is about, and how its figures come about, each with its source. */
export function aboutSheet(
  { root, filters, step, targets }: Question,
  { overview }: Material,
  today: string
): Sheet {
  const dates = ({ since, until }: Span): Value[] => [day(firstDay(since)), day(lastDay(until))];
  return {
    name: m.symmetry_sheet_about(),
    columns: [
      { name: m.app_name(), width: 34 },
      { name: m.symmetry_symmetry(), width: 90 },
      { name: '', width: 14 }
    ],
    rows: [
      [m.symmetry_region(), root.name],
      [m.symmetry_span(), ...dates(filters.span)],
      [m.symmetry_sheet_before(), ...dates(overview.before)],
      [m.symmetry_step(), step ? step[`customer_label_${getLocale()}`] : m.dashboard_step_all()],
      [m.symmetry_by(), filters.by === 'month' ? m.symmetry_by_month() : m.symmetry_by_quarter()],
      [m.symmetry_sheet_kind(), kindName(overview.whole.kind)],
      [m.symmetry_target_cx(), few(targets.cx, 0)],
      [m.symmetry_target_ex(), few(targets.ex, 0)],
      [
        m.symmetry_sheet_targets_since(),
        targets.setAt ? day(targets.setAt.slice(0, 10)) : m.symmetry_sheet_usual()
      ],
      [m.symmetry_sheet_made(), day(today)],
      [m.symmetry_sheet_gaps(), overview.gaps],
      [m.symmetry_sheet_moves(), overview.moves],
      [],
      [m.symmetry_cx(), m.symmetry_cx_rating_long()],
      ['', m.symmetry_cx_balance_long()],
      [m.symmetry_ex_short(), m.symmetry_ex_long()],
      [m.symmetry_symmetry(), m.symmetry_symmetry_long()],
      [m.symmetry_gap(), m.symmetry_gap_long()],
      [m.symmetry_where(), m.symmetry_def_position()],
      [m.symmetry_nps(), m.symmetry_nps_long()],
      [m.symmetry_enps(), m.symmetry_enps_long()],
      [m.symmetry_read_interval(), m.symmetry_def_interval()],
      [m.symmetry_sheet_established(), m.symmetry_def_established()],
      [m.symmetry_sheet_link(), m.symmetry_def_link()],
      ['', m.link_not_cause()],
      [m.symmetry_read_months(), m.symmetry_read_months_text()],
      [m.symmetry_sheet_withheld(), m.symmetry_def_withheld()]
    ]
  };
}

/** Why a side is missing: by id of the team, and of the place under ''. */
export function reasonsOf(
  { place }: Question,
  { sums, overview, waves }: Pick<Material, 'sums' | 'overview' | 'waves'>,
  today: string
): Reasons {
  const { customers, employees } = missingOfPlace(sums, place, overview, waves, today);
  const whole = [customers, employees].filter((each) => each !== null).map(missingText);
  const teams = absentOf(sums, place, overview, waves, today).map(({ team, missing }): [string, string] => [
    team.id,
    missing.map(missingText).join(' ')
  ]);
  return new Map([['', whole.join(' ')], ...teams]);
}
