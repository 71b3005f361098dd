import { ago } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import { getLocale } from '$lib/i18n/paraglide/runtime';
import type { Client } from '$lib/server/supabase';
import type { Fleet, FleetScreen, Told } from './fleet';
import { byTrouble, healthOf, isTrouble, type Health } from './health';
import {
  adviceWords,
  clockWords,
  conditionWords,
  flawWords,
  headline,
  sceneWords,
  spanWords,
  underHeadline
} from './words';

/** The page of all screens, in words: times are said by the server, so that no browser's clock or zone changes them. */
export type ShownFleet = Awaited<ReturnType<typeof shownFleet>>;
export type ShownScreen = ShownFleet['screens'][number];

export interface Setting {
  now: number;
  /** The one that the server serves. */
  build: string;
  /** An IANA name. */
  zone: string;
}

export async function shownFleet(client: Client, fleet: Fleet, { now, build, zone }: Setting) {
  const at = (moment: string) => momentWords(moment, now, zone);
  const screens = byTrouble(
    fleet.screens.map((each) => ({ ...each, health: healthOf(each.told, now, build) }))
  );
  const texts = await paintedTexts(client, fleet.screens);
  return {
    headline: headline(
      screens.map(({ health }) => health),
      fleet.curtain !== null
    ),
    more: screens.length > 0 ? underHeadline(screens) : null,
    screens: screens.map((screen) => ({
      id: screen.id,
      name: screen.name,
      paused: screen.paused,
      condition: screen.health.condition,
      said: conditionWords(screen.health, at),
      flaws: flawWords(screen.health),
      trouble: isTrouble(screen.health),
      advice: screen.told ? adviceWords(screen.health) : awaitedWords(screen.pairedAt, now),
      painted: screen.told && paintedWords(screen.told, texts, now),
      details: screen.told ? detailsOf(screen.told, screen.health, now) : []
    })),
    curtain: fleet.curtain && { by: fleet.curtain.by, when: ago(fleet.curtain.since, new Date(now)) },
    message: fleet.message && { ...fleet.message, until: at(fleet.messageUntil ?? '') },
    leaseHours: fleet.leaseHours
  };
}

/** A TV comes for its token within seconds; it is looked for only when it did not. */
function awaitedWords(pairedAt: string, now: number): string | null {
  if (now - Date.parse(pairedAt) < PATIENCE) return null;
  return m.screens_never_seen_hint({ when: ago(pairedAt, new Date(now)) });
}

/** In milliseconds. */
const PATIENCE = 120_000;

/** "14:05" today, "3 mars, 14:05" otherwise. */
function momentWords(moment: string, now: number, zone: string): string {
  const tag = getLocale() === 'fr' ? 'fr-FR' : 'en-GB';
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  const isToday = day.format(new Date(moment)) === day.format(now);
  return new Intl.DateTimeFormat(tag, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    ...(isToday ? {} : { day: 'numeric', month: 'short' })
  }).format(new Date(moment));
}

function paintedWords({ painted }: Told, texts: Map<string, string>, now: number) {
  if (!painted) return null;
  return {
    scene: sceneWords(painted.scene),
    when: ago(painted.at, new Date(Math.max(now, Date.parse(painted.at)))),
    text: painted.id === null ? null : (texts.get(painted.id) ?? null)
  };
}

/** What those need who mend a screen: term and value. */
function detailsOf(told: Told, { outdated }: Health, now: number): [string, string][] {
  const { viewport, heap } = told;
  const ratio = viewport.ratio === 1 ? '' : ` × ${Math.round(viewport.ratio * 100) / 100}`;
  return [
    [m.screens_heard(), ago(told.heardAt, new Date(now))],
    [m.screens_engine(), told.engine],
    [m.screens_viewport(), `${viewport.width} × ${viewport.height}${ratio}`],
    [m.screens_uptime(), spanWords(told.uptime)],
    [m.screens_clock(), clockWords(told.clockOffset)],
    [m.screens_build(), outdated ? told.build : m.screens_build_current({ build: told.build })],
    ...(heap === null ? [] : [[m.screens_memory(), megabytes(heap)] as [string, string]])
  ];
}

function megabytes(bytes: number): string {
  const unit = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(getLocale() === 'fr' ? 'fr-FR' : 'en-GB', unit).format(bytes / 1e6);
}

/** More ids make an address that servers refuse. */
const MOST_TEXTS = 100;
const EXCERPT = 90;

/** The beginnings of the verbatims that were painted last, by id, as the reader may see them; withdrawn ones say so. */
async function paintedTexts(client: Client, screens: readonly FleetScreen[]): Promise<Map<string, string>> {
  const ids = new Set(screens.map(({ told }) => told?.painted?.id ?? '').filter((id) => UUID.test(id)));
  if (ids.size === 0) return new Map();
  const { data } = await client
    .from('verbatims')
    .select('id, text, status')
    .in('id', [...ids].slice(0, MOST_TEXTS))
    .throwOnError();
  return new Map(
    data.map(({ id, text, status }) => [
      id,
      status === 'approved' && text !== null ? excerpt(text) : m.screens_painted_withdrawn()
    ])
  );
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

function excerpt(text: string): string {
  const plain = text.replace(/\s+/g, ' ');
  if (plain.length <= EXCERPT) return plain;
  return `${plain.slice(0, plain.lastIndexOf(' ', EXCERPT)) || plain.slice(0, EXCERPT)}…`;
}
