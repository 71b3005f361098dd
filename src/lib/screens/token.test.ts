import type { Cookies } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { giveToken, hashOf, newToken, takeToken, tokenOf } from './token.server';

/** What a device would be told to keep. */
function device(kept: Record<string, string> = {}) {
  const told: Record<string, unknown> = {};
  const cookies = {
    get: (name: string) => kept[name],
    set: (name: string, value: string, options: object) => void (told[name] = { value, ...options }),
    delete: (name: string, options: object) => void (told[name] = options)
  } as unknown as Cookies;
  return { cookies, told, at: (url: string) => ({ cookies, url: new URL(url) }) };
}

describe('the token of a screen', () => {
  it('has 256 bits, and never comes twice', () => {
    const tokens = Array.from({ length: 1000 }, newToken);
    expect(new Set(tokens).size).toBe(1000);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  });

  it('is kept by its hash, which does not tell it', () => {
    const token = newToken();
    expect(hashOf(token)).toMatch(/^[\da-f]{64}$/);
    expect(hashOf(token)).toBe(hashOf(token));
    expect(hashOf(token)).not.toBe(hashOf(newToken()));
  });

  it('lies where no script and no page but the wall’s reads it, secure wherever the address is', () => {
    const tv = device();
    giveToken(tv.at('https://wall.example/wall/beat'), 'screen', 'token');
    const where = { path: '/wall', httpOnly: true, sameSite: 'lax' };
    expect(tv.told.screen).toEqual({ value: 'token', ...where, secure: true, maxAge: 400 * 86_400 });
    giveToken(tv.at('http://10.0.0.2:3000/wall/pairing'), 'pairing', 'secret');
    expect(tv.told.pairing).toEqual({ value: 'secret', ...where, secure: false, maxAge: 720 });
    takeToken(tv.at('https://wall.example/wall/beat'), 'screen');
    expect(tv.told.screen).toEqual({ ...where, secure: true });
  });

  it('is read only where it looks like one of ours', () => {
    const token = newToken();
    expect(tokenOf(device({ screen: token }).cookies, 'screen')).toBe(token);
    expect(tokenOf(device({ pairing: token }).cookies, 'screen')).toBeNull();
    for (const wrong of ['', 'x', `${token}x`, token.slice(1) + ';'])
      expect(tokenOf(device({ screen: wrong }).cookies, 'screen')).toBeNull();
  });
});
