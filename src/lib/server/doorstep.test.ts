import { describe, expect, test } from 'vitest';
import { readConfig } from './config';
import { localPath } from './local-path';
import { isLoopbackVisitor } from './loopback';

describe('the address to come back to', () => {
  test('is a path of this site', () => {
    expect(localPath('/dashboard?team=nantes')).toBe('/dashboard?team=nantes');
  });

  test('is home for whatever would lead elsewhere', () => {
    for (const value of [
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '',
      null,
      7
    ]) {
      expect(localPath(value), String(value)).toBe('/');
    }
  });
});

describe('a visitor at this very machine', () => {
  const visitor = (address: string, url: string, headers: Record<string, string> = {}) =>
    isLoopbackVisitor({
      getClientAddress: () => address,
      url: new URL(url),
      request: new Request(url, { headers })
    });

  test('comes from the loopback address, by a loopback name', () => {
    expect(visitor('127.0.0.1', 'http://localhost:3000/wall')).toBe(true);
    expect(visitor('::1', 'http://[::1]:3000/wall')).toBe(true);
    expect(visitor('::ffff:127.0.0.1', 'http://127.0.0.1:3000/wall')).toBe(true);
  });

  test('is not somebody on the network, behind a proxy, or led here under another name', () => {
    expect(visitor('192.168.1.20', 'http://localhost:3000/wall')).toBe(false);
    expect(visitor('127.0.0.1', 'http://rebound.example:3000/wall')).toBe(false);
    expect(visitor('127.0.0.1', 'http://localhost:3000/wall', { 'x-forwarded-for': '203.0.113.9' })).toBe(
      false
    );
  });
});

describe('the configuration', () => {
  test('is the embedded database with the demo unless told otherwise', () => {
    expect(readConfig({})).toMatchObject({ kind: 'embedded', demo: true });
    expect(readConfig({ EMPTY: 'true' })).toMatchObject({ kind: 'embedded', demo: false });
  });

  test('is a Supabase project when all three of its variables are set, and an error when only some are', () => {
    const project = {
      SUPABASE_URL: 'https://p.example',
      SUPABASE_PUBLISHABLE_KEY: 'p',
      SUPABASE_SECRET_KEY: 's'
    };
    expect(readConfig(project)).toMatchObject({ kind: 'hosted', url: 'https://p.example' });
    expect(() => readConfig({ SUPABASE_URL: 'https://p.example' })).toThrow(
      'SUPABASE_PUBLISHABLE_KEY and SUPABASE_SECRET_KEY'
    );
  });
});
