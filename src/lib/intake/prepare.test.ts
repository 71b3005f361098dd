import { describe, expect, test } from 'vitest';
import { shippedEngine } from '$lib/sentiment/tagger.server';
import type { VerbatimDraft } from './draft';
import { channelOf, knowPlaces } from './places';
import { prepare } from './prepare';

const NANTES = { id: 'id-nantes', slug: 'nantes', name: 'Nantes' };
const SAINT_DENIS = { id: 'id-saint-denis', slug: 'saint-denis', name: 'Saint-Denis Énergie' };
const DELIVERY = {
  id: 'id-delivery',
  slug: 'delivery',
  customer_label_fr: 'Être livré',
  customer_label_en: 'Being delivered'
};
const TAGGER = shippedEngine();
const PLACES = knowPlaces([NANTES, SAINT_DENIS], [DELIVERY]);

const draft = (changes: Partial<VerbatimDraft>): VerbatimDraft => ({
  text: 'Accueil parfait, merci !',
  rating: 5,
  rating_scale: '1-5',
  said_on: '2026-03-12',
  channel: null,
  team: null,
  step: null,
  external_id: null,
  line: 7,
  ...changes
});

describe('preparing a row of a file', () => {
  test('finds teams and steps by slug or by name, whatever the accents and capitals', () => {
    for (const team of ['nantes', 'NANTES', 'Nantès'])
      expect(prepare(draft({ team }), PLACES, true, TAGGER)).toMatchObject({ team_id: NANTES.id });
    expect(prepare(draft({ team: 'saint-denis energie' }), PLACES, true, TAGGER)).toMatchObject({
      team_id: SAINT_DENIS.id
    });
    for (const step of ['delivery', 'Etre livre', 'being delivered']) {
      expect(prepare(draft({ step }), PLACES, true, TAGGER)).toMatchObject({ step_id: DELIVERY.id });
    }
  });

  test('refuses a name nobody knows instead of dropping it', () => {
    expect(prepare(draft({ team: 'Atlantide' }), PLACES, true, TAGGER)).toEqual({
      line: 7,
      refused: 'unknown_team'
    });
    expect(prepare(draft({ step: 'Danser' }), PLACES, true, TAGGER)).toEqual({
      line: 7,
      refused: 'unknown_step'
    });
  });

  test('keeps the text as written beside the text that may be shown', () => {
    const prepared = prepare(draft({ text: 'Merci, rappelez-moi au 06 39 98 12 34' }), PLACES, true, TAGGER);
    expect(prepared).toMatchObject({ raw_text: 'Merci, rappelez-moi au 06 39 98 12 34', status: 'held' });
    expect((prepared as { text: string }).text).not.toContain('39 98');
  });

  test('approves only where the source does so by itself', () => {
    expect(prepare(draft({}), PLACES, true, TAGGER)).toMatchObject({ status: 'approved' });
    expect(prepare(draft({}), PLACES, false, TAGGER)).toMatchObject({ status: 'held' });
  });
});

describe('the channel a file names', () => {
  test('is recognised by its usual words, and otherwise keeps its own', () => {
    expect(channelOf('Avis Google')).toBe('google');
    expect(channelOf('E-mail')).toBe('email');
    expect(channelOf('Livre d’or')).toBe('store');
    expect(channelOf('Réseaux sociaux')).toBe('social');
    expect(channelOf('Borne n° 3 (entrée)')).toBe('borne-n-3-entree');
    expect(channelOf('—')).toBeNull();
  });

  test('is never longer than a name should be', () => {
    expect(channelOf('x'.repeat(500))?.length).toBe(40);
  });
});
