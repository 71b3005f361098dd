import type { Page } from '@playwright/test';
import type { Json } from '../../src/lib/server/database.types';
import type { RunningApp } from './app';

/** YYYY-MM-DD */
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' }).format(new Date());

export interface Arrival {
  text: string;
  original?: string;
  team?: string;
  sentiment?: 'positive' | 'neutral' | 'negative';
  status?: 'held' | 'approved';
  held_for?: string[];
  confidence?: number;
  reasons?: Json;
}

/** A verbatim of a test's own comes in; its text is the only one with that first word. */
export async function arrive(
  { service }: RunningApp,
  { original, team = 'nantes', ...given }: Arrival
): Promise<string> {
  const { data: source } = await service.from('sources').select('id').limit(1).single().throwOnError();
  const { data: place } = await service.from('teams').select('id').eq('slug', team).single().throwOnError();
  const verbatim = {
    external_id: given.text,
    raw_text: original ?? given.text,
    language: 'fr',
    said_on: today(),
    channel: 'google',
    team_id: place.id,
    status: 'held',
    held_for: ['contradiction'],
    sentiment: 'positive',
    score: 0.4,
    confidence: 0.6,
    reasons: [],
    ...given
  };
  await service.rpc('store_verbatims', { source: source.id, batch: [verbatim] }).throwOnError();
  const { data: stored } = await service
    .from('verbatims')
    .select('id')
    .eq('external_id', given.text)
    .single()
    .throwOnError();
  return stored.id;
}

/** Where a verbatim stands. */
export async function stored({ service }: RunningApp, id: string) {
  const columns = 'status, sentiment, confidence, answer, owner_team_id';
  const { data } = await service.from('verbatims').select(columns).eq('id', id).single().throwOnError();
  return data;
}

/** What a page of verbatims shows, and what was told of an act. */
export const cards = (page: Page) => page.getByRole('article');
export const card = (page: Page, text: string) => cards(page).filter({ hasText: text });
export const told = (page: Page) => page.getByRole('main').getByRole('status');
