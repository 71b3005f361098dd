import { describe, expect, test } from 'vitest';
import en from './en.json';
import fr from './fr.json';

const french = Object.entries<unknown>(fr).filter(([key]) => key !== '$schema');
const english = Object.entries<unknown>(en).filter(([key]) => key !== '$schema');

/** Every text of a message, whether it is a plain one or has variants. */
function texts(message: unknown): string[] {
  if (typeof message === 'string') return [message];
  const variants = (Array.isArray(message) ? message : [message]) as { match?: Record<string, string> }[];
  return variants.flatMap(({ match }) => Object.values(match ?? {}));
}

const placeholders = (message: unknown) =>
  [...new Set(texts(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

describe('the messages', () => {
  test('exist in both languages', () => {
    expect(english.map(([key]) => key)).toEqual(french.map(([key]) => key));
  });

  test('are never empty and carry the same values in both languages', () => {
    const broken = french.filter(([key, message]) => {
      const other = (en as Record<string, unknown>)[key];
      const empty = [...texts(message), ...texts(other)].some((text) => text.trim() === '');
      return empty || placeholders(message).join() !== placeholders(other).join();
    });
    expect(broken.map(([key]) => key)).toEqual([]);
  });

  test('in French follow French typography: narrow no-break spaces, curly apostrophes', () => {
    const wrong = french.filter(([, message]) =>
      texts(message).some((text) =>
        /[  ][;:!?»]|« |[\p{L}}][;!?»]|[\p{L}}]:(?!\/)|«[^\u202F]|\p{L}'\p{L}/u.test(text)
      )
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});
