import { describe, expect, it } from 'vitest';
import { deedOf, SHORTCUTS, type Stroke } from './shortcuts';

const press = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  ...more
});

describe('a key', () => {
  it('asks for one deed, with Caps Lock too', () => {
    expect(['j', 'k', 'p', 'n', 'g', 'a', 'h', 'u', '?'].map((key) => deedOf(press(key), false))).toEqual([
      'next',
      'previous',
      'positive',
      'neutral',
      'negative',
      'approve',
      'hide',
      'undo',
      'help'
    ]);
    expect(deedOf(press('G'), false)).toBe('negative');
  });

  it('that is not ours asks for nothing', () => {
    for (const key of ['x', 'Tab', 'Enter', ' ', 'Escape', 'ArrowDown', 'Dead', '', 'constructor'])
      expect(deedOf(press(key), false), key).toBeNull();
  });

  it('asks for nothing where one types', () => {
    for (const key of Object.values(SHORTCUTS)) expect(deedOf(press(key), true), key).toBeNull();
  });

  it('asks for nothing with Ctrl, Cmd, Alt or AltGr, nor within a composed letter', () => {
    for (const key of Object.values(SHORTCUTS)) {
      expect(deedOf(press(key, { ctrlKey: true }), false), key).toBeNull();
      expect(deedOf(press(key, { metaKey: true }), false), key).toBeNull();
      expect(deedOf(press(key, { altKey: true }), false), key).toBeNull();
      expect(deedOf(press(key, { altKey: true, ctrlKey: true }), false), key).toBeNull();
      expect(deedOf(press(key, { isComposing: true }), false), key).toBeNull();
    }
  });

  it('held down goes on through the list, and does nothing twice', () => {
    expect(deedOf(press('j', { repeat: true }), false)).toBe('next');
    expect(deedOf(press('k', { repeat: true }), false)).toBe('previous');
    for (const key of ['p', 'n', 'g', 'a', 'h', 'u', '?'])
      expect(deedOf(press(key, { repeat: true }), false), key).toBeNull();
  });

  it('is of one deed alone, and needs no modifier on a French or an English keyboard', () => {
    const keys = Object.values(SHORTCUTS);
    expect(new Set(keys).size).toBe(keys.length);
    // The question mark is where everybody looks for help, Shift or not.
    expect(keys.filter((key) => !/^[a-z]$/.test(key))).toEqual([SHORTCUTS.help]);
  });
});
