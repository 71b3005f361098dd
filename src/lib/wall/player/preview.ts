import type { ScreenState } from '$lib/screens/screen';
import { DEFAULT_SETTINGS, type Settings } from '$lib/screens/settings';
import type { WallEvent } from '../events';
import { Connection } from './connection';
import { Player } from './player';
import { choiceOf, previewed } from './previewed';
import { Stage } from './stage';

/** What the editor of a screen says to the player in its frame. */
export type ToPreview =
  { preview: 'settings'; settings: Settings } | { preview: 'turn'; to: 'next' | 'previous' | 'toggle' };

/** What that says: that it listens, and whether it stands still. */
export type FromPreview = { preview: 'ready' } | { preview: 'told'; paused: boolean };

/**
 * The player in the frame of an editor: shows what a screen would show with the settings it is sent, before anybody saved
 * them. It tells the server nothing, keeps nothing and never leaves its page.
 */
export function startPreview(): void {
  const preview = new Preview();
  addEventListener('message', ({ origin, source, data }: MessageEvent<ToPreview>) => {
    if (origin === location.origin && source === parent) preview.hear(data);
  });
  say({ preview: 'ready' });
}

function say(message: FromPreview): void {
  parent.postMessage(message, location.origin);
}

class Preview {
  #settings = DEFAULT_SETTINGS;
  /** What the server says of a screen with this choice of verbatims; null until it does. */
  #state: ScreenState | null = null;
  #choice = '';
  #connection: Connection | null = null;
  #player = new Player(new Stage(document.body));

  constructor() {
    this.#player.start();
  }

  hear(message: ToPreview): void {
    if (message.preview === 'settings') this.#follow(message.settings);
    if (message.preview === 'turn') this.#player[message.to]();
    say({ preview: 'told', paused: this.#player.paused });
  }

  #follow(settings: Settings): void {
    this.#settings = settings;
    const choice = choiceOf(settings);
    if (choice !== this.#choice) this.#connect(choice);
    this.#player.hear({ event: 'screen', data: previewed(this.#state, settings) });
  }

  /** Other verbatims come over another stream, from its beginning. */
  #connect(choice: string): void {
    if (this.#connection) this.#connection.close();
    this.#choice = choice;
    this.#state = null;
    this.#connection = new Connection(`/wall/stream?settings=${encodeURIComponent(choice)}`, {
      cursor: () => null,
      hear: (event) => choice === this.#choice && this.#pass(event),
      status: (status) => choice === this.#choice && this.#player.tell(status)
    });
    this.#connection.open();
  }

  #pass(event: WallEvent): void {
    if (event.event !== 'screen') return this.#player.hear(event);
    this.#state = event.data;
    this.#player.hear({ event: 'screen', data: previewed(event.data, this.#settings) });
  }
}
