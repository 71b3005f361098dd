import { describe, expect, it } from 'vitest';
import { beforehand, Recent, type Changed } from './recent';

const START = Date.parse('2026-06-15T09:00:00Z');
const at = (ms: number) => new Date(START + ms).toISOString().replace('Z', '+00:00');
const change = (id: string, ms: number, revision = 0): Changed => ({
  id,
  revision,
  changed_at: at(ms),
  approved: true
});

describe('what the feed knows of the last minute', () => {
  it('tells the same revision once and a newer one again', () => {
    const recent = new Recent(at(0));
    expect(recent.isNew(change('a', 10))).toBe(true);
    recent.note([change('a', 10)]);
    expect(recent.isNew(change('a', 10))).toBe(false);
    expect(recent.isNew(change('a', 20, 1))).toBe(true);
  });

  it('takes a row that became visible late for new, without going back', () => {
    const recent = new Recent(at(0));
    recent.note([change('a', 30_000)]);
    expect(recent.isNew(change('late', 100))).toBe(true);
    recent.note([change('late', 100)]);
    expect(recent.isNew(change('late', 100))).toBe(false);
    expect(recent.cursor).toBe(at(30_000));
  });

  it('asks again for the last minute', () => {
    const recent = new Recent(at(0));
    recent.note([change('a', 90_000)]);
    expect(Date.parse(recent.since)).toBe(START + 30_000);
    expect(Date.parse(beforehand(at(0)))).toBe(START - 60_000);
  });

  it('asks for less when more than twenty thousand changed in that minute, and still knows those', () => {
    const recent = new Recent(at(0));
    const changes = [...Array(25_000)].map((_, i) => change(`v${i}`, i));
    recent.note(changes);
    expect(Date.parse(recent.since)).toBe(START + 4999);
    expect(changes.slice(5000).some((each) => recent.isNew(each))).toBe(false);
  });
});
