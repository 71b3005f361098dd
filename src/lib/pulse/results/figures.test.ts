import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvOf } from './figures';
import type { Question } from '../question';
import { reportOf } from './report';

const WAVE = { id: 'w', name: '=CMD()', day: '2026-11-10', k_score: 5, k_distribution: 10 };
const question = (id: string): Question => ({
  id,
  slug: id,
  battery: 'levers',
  lever: 'autonomy',
  scale: 'agreement',
  text_fr: `${id} ?`,
  text_en: `${id}?`,
  position: 1
});

const GUESS: Question = { ...question('guess'), battery: 'perception', lever: null, scale: 'guess' };

const report = reportOf({
  team: 'nantes',
  company: 'bellerive',
  waves: [WAVE],
  questions: [question('shown'), question('hidden'), GUESS],
  asked: ['shown', 'hidden', 'guess'].map((question_id) => ({ wave_id: 'w', question_id })),
  cells: [
    { wave_id: 'w', team_id: 'nantes', question_id: 'shown', n: 8, total: 30, distribution: null },
    { wave_id: 'w', team_id: 'nantes', question_id: 'guess', n: 8, total: 52, distribution: null },
    { wave_id: 'w', team_id: 'bellerive', question_id: 'hidden', n: 90, total: 270, distribution: null }
  ],
  participation: []
});
const rows = async () =>
  parse(await csvOf(report, 'Nantes'), { delimiter: ';', columns: true, bom: true }) as Record<
    string,
    string
  >[];

describe('the file of all figures', () => {
  it('has every question of every wave, with its interval and its n', async () => {
    const shown = (await rows()).find((row) => row.Question === 'shown ?');
    expect(shown).toMatchObject({
      Équipe: 'Nantes',
      Clôture: '2026-11-10',
      Levier: 'Autonomie',
      n: '8',
      Score: '68,8'
    });
    expect(Number(shown?.['Borne basse à 95 %']?.replace(',', '.'))).toBeLessThan(68.8);
  });

  it('calls what is believed of customers by its name', async () => {
    expect((await rows()).find((row) => row.Question === 'guess ?')).toMatchObject({
      Chiffre: 'Note des clients, devinée',
      Levier: '',
      n: '8',
      Score: '65'
    });
  });

  it('leaves empty what was withheld, and tells no count of it', async () => {
    const hidden = (await rows()).find((row) => row.Question === 'hidden ?');
    expect(hidden).toMatchObject({ n: '', Score: '', 'Borne basse à 95 %': '', Entreprise: '50' });
    expect((await rows()).find((row) => row.Chiffre === 'Participation')).toMatchObject({ n: '', Score: '' });
  });

  it('holds nothing that a spreadsheet would take for a formula', async () => {
    expect((await rows())[0]?.Vague).toBe("'=CMD()");
  });
});
