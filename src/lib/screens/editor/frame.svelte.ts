import type { FromPreview, ToPreview } from '$lib/wall/player/preview';
import type { Settings } from '../settings';

/** After so many milliseconds without a sign of life the player in the frame is taken for broken. */
const PATIENCE = 15_000;
/** Somebody who types is followed once they pause for so long, in milliseconds. */
const PAUSE = 250;

/** The player in the frame of the editor, as the editor knows it. */
export class PreviewFrame {
  isReady = $state(false);
  isSilent = $state(false);
  paused = $state(false);
  #window: Window | null = null;
  #settings: Settings | undefined;
  #following: ReturnType<typeof setTimeout> | undefined;

  /** Listens to the frame while it stands in the page. */
  attach = (frame: HTMLIFrameElement) => {
    this.#window = frame.contentWindow;
    const patience = setTimeout(() => (this.isSilent = !this.isReady), PATIENCE);
    addEventListener('message', this.#hear);
    // Given here, so that the player cannot be ready before somebody listens.
    frame.src = '/wall?preview';
    return () => {
      clearTimeout(patience);
      clearTimeout(this.#following);
      removeEventListener('message', this.#hear);
    };
  };

  /** Has the player show what a screen of these settings would; of several in a row, the last. */
  follow(settings: Settings): void {
    this.#settings = settings;
    clearTimeout(this.#following);
    this.#following = setTimeout(() => this.#send({ preview: 'settings', settings }), PAUSE);
  }

  turn(to: 'next' | 'previous' | 'toggle'): void {
    this.#send({ preview: 'turn', to });
  }

  #send(message: ToPreview): void {
    if (this.isReady) this.#window?.postMessage(message, location.origin);
  }

  #hear = ({ origin, source, data }: MessageEvent<FromPreview>) => {
    if (origin !== location.origin || source !== this.#window) return;
    if (data.preview === 'ready') {
      this.isReady = true;
      this.isSilent = false;
      if (this.#settings) this.#send({ preview: 'settings', settings: this.#settings });
    }
    if (data.preview === 'told') this.paused = data.paused;
  };
}
