import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { obeyKeys } from './keys';

class Remote {
  paused = false;
  done: string[] = [];
  next = () => void this.done.push('next');
  previous = () => void this.done.push('previous');
  toggle = () => {
    this.paused = !this.paused;
    this.done.push(this.paused ? 'pause' : 'play');
  };
}

class Button {
  closest(selector: string): Button | null {
    return selector.includes('button') ? this : null;
  }
}

describe('keys', () => {
  let remote: Remote;
  let hear: ((event: unknown) => void) | null;
  let stop: () => void;
  const press = (key: string, more: object = {}) => {
    const preventDefault = vi.fn();
    hear?.({ key, keyCode: 0, target: null, preventDefault, ...more });
    return preventDefault.mock.calls.length > 0;
  };

  beforeEach(() => {
    vi.stubGlobal('addEventListener', (_: string, listener: typeof hear) => (hear = listener));
    vi.stubGlobal('removeEventListener', () => (hear = null));
    vi.stubGlobal('Element', Button);
    vi.stubGlobal('window', {});
    stop = obeyKeys((remote = new Remote()));
  });
  afterEach(() => void vi.unstubAllGlobals());

  it('turn with arrows, and with the keys of remote controls that have a name', () => {
    for (const key of [
      'ArrowRight',
      'ArrowLeft',
      'MediaTrackNext',
      'MediaTrackPrevious',
      'ChannelUp',
      'ChannelDown'
    ])
      expect(press(key)).toBe(true);
    expect(remote.done).toEqual(['next', 'previous', 'next', 'previous', 'next', 'previous']);
  });

  it('turn with the codes of LG and Samsung', () => {
    for (const keyCode of [417, 412, 427, 428]) press('Unidentified', { keyCode });
    expect(remote.done).toEqual(['next', 'previous', 'next', 'previous']);
  });

  it('hold and go on, each once where a remote control has two keys for it', () => {
    press('Unidentified', { keyCode: 19 });
    press('MediaPause');
    press('MediaPlay');
    press('Unidentified', { keyCode: 415 });
    press(' ');
    press('Enter');
    press('Unidentified', { keyCode: 10252 });
    press('Unidentified', { keyCode: 413 });
    expect(remote.done).toEqual(['pause', 'play', 'pause', 'play', 'pause']);
  });

  it('hold once while a key is kept down', () => {
    press(' ');
    press(' ', { repeat: true });
    expect(remote.done).toEqual(['pause']);
  });

  it('leave alone what presses a button, shortcuts and letters', () => {
    expect(press('Enter', { target: new Button() })).toBe(false);
    expect(press('ArrowLeft', { altKey: true })).toBe(false);
    expect(press('r')).toBe(false);
    expect(remote.done).toEqual([]);
    press('ArrowRight', { target: new Button() });
    expect(remote.done).toEqual(['next']);
  });

  it('are asked for on a Samsung, whichever of them it has', () => {
    const asked: string[] = [];
    const registerKey = (name: string) => {
      if (name === 'MediaStop') throw new Error('InvalidValuesError');
      asked.push(name);
    };
    vi.stubGlobal('window', { tizen: { tvinputdevice: { registerKey } } });
    obeyKeys(remote);
    expect(asked).toContain('MediaPlay');
    expect(asked).toContain('ChannelDown');
    expect(asked).not.toContain('MediaStop');
  });

  it('do nothing once they are not obeyed any more', () => {
    stop();
    press('ArrowRight');
    expect(remote.done).toEqual([]);
  });
});
