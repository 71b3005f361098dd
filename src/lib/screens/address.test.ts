import { networkInterfaces } from 'node:os';
import { describe, expect, it, vi } from 'vitest';
import { reachable } from './address.server';

vi.mock('node:os', () => ({ networkInterfaces: vi.fn() }));
const wired = {
  lo: [{ family: 'IPv4', internal: true, address: '127.0.0.1' }],
  eth0: [
    { family: 'IPv6', internal: false, address: 'fe80::1' },
    { family: 'IPv4', internal: false, address: '192.168.1.20' }
  ]
};
const at = (url: string, env: NodeJS.ProcessEnv, interfaces: object = wired) => {
  vi.mocked(networkInterfaces).mockReturnValue(interfaces as never);
  return reachable(new URL(url), env);
};

describe('the address that a TV or a phone is told', () => {
  it('is the one that is set, before any other', () => {
    expect(at('http://localhost:3000/wall', { ORIGIN: 'https://wall.example/' })).toEqual({
      origin: 'https://wall.example',
      elsewhere: true
    });
  });

  it('is the one that was asked for, where another device asked', () => {
    expect(at('http://nuc.local:3000/wall', {})).toEqual({
      origin: 'http://nuc.local:3000',
      elsewhere: true
    });
  });

  it.each(['localhost', '127.0.0.1', '[::1]'])(
    'is the server’s in the network, where a TV that is plugged into it asked %s',
    (name) => {
      expect(at(`http://${name}:3000/wall`, { HOST: '0.0.0.0' })).toEqual({
        origin: 'http://192.168.1.20:3000',
        elsewhere: true
      });
    }
  );

  it('can be used on this machine alone, while the server listens to nothing else or has no network', () => {
    const here = { origin: 'http://localhost:3000', elsewhere: false };
    expect(at('http://localhost:3000/wall', {})).toEqual(here);
    expect(at('http://localhost:3000/wall', { HOST: '127.0.0.1' })).toEqual(here);
    expect(at('http://localhost:3000/wall', { HOST: '::' }, { lo: wired.lo })).toEqual(here);
  });
});
