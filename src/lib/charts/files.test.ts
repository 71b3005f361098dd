import { describe, expect, it } from 'vitest';
import { fileName } from './files';

describe('the name of a file', () => {
  it('is plain letters, with its period', () => {
    expect(fileName('Part de positifs par étape', '2026-08-25', '2026-11-22')).toBe(
      'part-de-positifs-par-etape_2026-08-25_2026-11-22'
    );
  });

  it('loses what a file system would stumble over', () => {
    expect(fileName('« Qui ? » / où\\ : *')).toBe('qui-ou');
  });
});
