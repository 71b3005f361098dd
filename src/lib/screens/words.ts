import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import { SCENE_NAMES } from './editor/words';
import { isFresh, isSafe, isTrouble, type Condition, type Health } from './health';

/** "11 écrans sur 12 montrent des avis frais". */
export function headline(healths: readonly Health[], curtain: boolean): string {
  const n = healths.length;
  if (n === 0) return m.screens_none();
  if (curtain) return m.screens_behind_curtain({ safe: healths.filter(isSafe).length, n });
  const fresh = healths.filter(isFresh).length;
  if (n === 1) return fresh ? m.screens_the_one_fresh() : m.screens_the_one_not_fresh();
  if (fresh === n) return m.screens_all_fresh({ n });
  if (fresh === 0) return m.screens_none_fresh({ n });
  return fresh === 1 ? m.screens_one_fresh_of_many({ n }) : m.screens_some_fresh({ fresh, n });
}

/** Which screens somebody should see to, and how many show nothing fresh on purpose. */
export function underHeadline(screens: readonly { name: string; health: Health }[]): string {
  const named = (list: typeof screens) => listed(list.map(({ name }) => name));
  const troubled = screens.filter(({ health }) => isTrouble(health));
  const awaited = screens.filter(({ health }) => health.condition === 'never-seen');
  const planned = screens.filter(({ health }) => PLANNED.has(health.condition) && !isTrouble(health)).length;
  const sentences = [
    troubled.length === 0
      ? m.screens_trouble_none()
      : troubled.length === 1
        ? m.screens_trouble_one({ names: named(troubled) })
        : m.screens_trouble_some({ n: troubled.length, names: named(troubled) }),
    planned === 0 ? '' : planned === 1 ? m.screens_planned_one() : m.screens_planned_some({ n: planned }),
    awaited.length === 0 ? '' : m.screens_awaited({ names: named(awaited) })
  ];
  return sentences.filter(Boolean).join(' ');
}

const PLANNED = new Set<Condition>(['paused', 'quiet', 'curtain', 'message']);
/** The names of more would be a list to read, and there is one below. */
const MOST_NAMED = 4;

function listed(names: readonly string[]): string {
  const others = names.length - MOST_NAMED;
  const said = others > 1 ? [...names.slice(0, MOST_NAMED), m.screens_others({ n: others })] : names;
  return new Intl.ListFormat(TAGS[getLocale()]).format(said);
}

/** "hors ligne depuis 14:05". @param at how a moment is said */
export function conditionWords({ condition, since }: Health, at: (moment: string) => string): string {
  if (condition === 'frozen')
    return since ? m.screens_condition_frozen({ since: at(since) }) : m.screens_condition_frozen_blank();
  if (condition === 'offline') return m.screens_condition_offline({ since: since ? at(since) : '' });
  return CONDITIONS[condition]();
}

const CONDITIONS: Record<Exclude<Condition, 'frozen' | 'offline'>, () => string> = {
  live: m.screens_condition_live,
  'catching-up': m.screens_condition_catching_up,
  paused: m.screens_condition_paused,
  quiet: m.screens_condition_quiet,
  curtain: m.screens_condition_curtain,
  message: m.screens_condition_message,
  'lease-over': m.screens_condition_lease_over,
  'never-seen': m.screens_condition_never_seen
};

/** What else is wrong with a screen, besides its condition. */
export function flawWords({ outdated, clockWrong }: Health): string[] {
  return [
    ...(outdated ? [m.screens_outdated()] : []),
    ...(clockWrong === null ? [] : [clockWords(clockWrong)])
  ];
}

/** @param offset the server's clock minus the screen's, in milliseconds */
export function clockWords(offset: number): string {
  if (Math.abs(offset) < 1000) return m.screens_clock_right();
  const by = spanWords(Math.abs(offset));
  return offset > 0 ? m.screens_clock_behind({ by }) : m.screens_clock_ahead({ by });
}

/** What to do about it, the gravest first; nothing where nothing is to be done. */
export function adviceWords({ condition, outdated, clockWrong }: Health): string | null {
  const advice: Partial<Record<Condition, () => string>> = {
    frozen: m.screens_advice_frozen,
    offline: m.screens_advice_offline,
    'lease-over': m.screens_advice_lease_over
  };
  return (
    (
      advice[condition] ??
      (outdated ? m.screens_advice_outdated : clockWrong !== null ? m.screens_advice_clock : null)
    )?.() ?? null
  );
}

/** "3 j", "5 h", "12 min", "40 s": in its largest unit, which is enough to judge by. */
export function spanWords(milliseconds: number): string {
  const [unit, length] = UNITS.find(([, each]) => milliseconds >= each) ?? UNITS[UNITS.length - 1]!;
  return new Intl.NumberFormat(TAGS[getLocale()], {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 0
  })
    .format(Math.floor(milliseconds / length))
    .replaceAll('\u00a0', '\u202f');
}

const TAGS = { fr: 'fr-FR', en: 'en-GB' };
const UNITS: [string, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000]
];

/** What a screen calls a scene. A player that is newer than this server may know others. */
export function sceneWords(scene: string): string {
  const names: Record<string, () => string> = {
    ...SCENE_NAMES,
    share: m.screens_scene_share,
    empty: m.screens_scene_empty
  };
  return names[scene]?.() ?? scene;
}
