import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Supabase } from '$lib/server/supabase';
import { hearPokes } from './pokes.server';

/** A hosted Supabase whose channel the test speaks for. */
function hosted() {
  const channel = {
    asked: [] as unknown[],
    broadcast: (() => undefined) as () => void,
    report: (() => undefined) as (status: string, problem?: Error) => void,
    on(kind: string, filter: object, hear: () => void) {
      channel.asked.push(kind, filter);
      channel.broadcast = hear;
      return channel;
    },
    subscribe(report: (status: string, problem?: Error) => void) {
      channel.report = report;
      return channel;
    }
  };
  const removed: unknown[] = [];
  const service = {
    channel: (name: string, options: object) => (channel.asked.push(name, options), channel),
    removeChannel: (which: unknown) => removed.push(which)
  };
  return { supabase: { embedded: null, service } as unknown as Supabase, channel, removed };
}

describe('the pokes of a hosted database', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('come over one private channel, and are passed on', () => {
    const { supabase, channel, removed } = hosted();
    const poke = vi.fn();
    const pokes = hearPokes(supabase, poke);
    expect(channel.asked).toEqual([
      'verbatims',
      { config: { private: true } },
      'broadcast',
      { event: 'changed' }
    ]);
    channel.report('SUBSCRIBED');
    channel.broadcast();
    // Once for what happened before the channel was joined.
    expect(poke).toHaveBeenCalledTimes(2);
    expect(pokes.every()).toBe(15_000);
    pokes.stop();
    expect(removed).toEqual([channel]);
  });

  it('are replaced by looking often where the channel cannot be joined, which is said once', () => {
    const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { supabase, channel } = hosted();
    const pokes = hearPokes(supabase, vi.fn());
    channel.report('CHANNEL_ERROR', new Error('not allowed'));
    channel.report('TIMED_OUT');
    expect(pokes.every()).toBe(2_000);
    expect(warnings.mock.calls).toEqual([[expect.stringContaining('CHANNEL_ERROR: not allowed')]]);
    channel.report('SUBSCRIBED');
    expect(pokes.every()).toBe(15_000);
  });

  it('say nothing when the server itself leaves', () => {
    const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { supabase, channel } = hosted();
    hearPokes(supabase, vi.fn());
    channel.report('CLOSED');
    expect(warnings).not.toHaveBeenCalled();
  });
});

describe('the pokes about screens', () => {
  it('come over a channel of their own', () => {
    const { supabase, channel } = hosted();
    hearPokes(supabase, vi.fn(), 'screens');
    expect(channel.asked[0]).toBe('screens');
    const listen = vi.fn();
    hearPokes({ embedded: { listen }, service: null } as unknown as Supabase, vi.fn(), 'screens');
    expect(listen).toHaveBeenCalledWith('screens', expect.any(Function));
  });
});

describe('the pokes of the embedded database', () => {
  it('are its notifications', () => {
    const stop = vi.fn();
    const listen = vi.fn(() => stop);
    const poke = vi.fn();
    const pokes = hearPokes({ embedded: { listen }, service: null } as unknown as Supabase, poke);
    expect(listen).toHaveBeenCalledWith('verbatims', poke);
    pokes.stop();
    expect(stop).toHaveBeenCalled();
  });
});
