import { longDay } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Line, Timetable } from './timetable';

/** The one sentence of the calendar: what is open, what should be, or what comes next. */
export function headline({ coming }: Timetable): string {
  const lines = coming.flatMap((month) => month.lines);
  const waves = lines.flatMap((line) => (line.kind === 'wave' ? [line] : []));
  const open = waves.filter(({ state }) => state === 'open');
  if (open.length > 1) return m.wave_head_open_several({ count: open.length });
  if (open[0]) return m.wave_head_open({ name: open[0].name, day: longDay(open[0].closes_on) });
  const late = waves.find(({ state }) => state === 'late');
  if (late) return m.wave_head_late({ name: late.name, day: longDay(late.opens_on) });
  const [next] = lines
    .filter((line) => line.kind === 'rounds' || line.state === 'planned')
    .sort((a, b) => startOf(a).localeCompare(startOf(b)));
  return next ? m.wave_head_next({ name: next.name, day: longDay(startOf(next)) }) : m.wave_head_none();
}

function startOf(line: Line): string {
  return line.kind === 'wave' ? line.opens_on : (line.spans[0]?.opens_on ?? '');
}
