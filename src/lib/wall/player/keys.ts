/** What keys can ask of a player. */
export interface Commands {
  readonly paused: boolean;
  next(): void;
  previous(): void;
  toggle(): void;
}

type Command = 'next' | 'previous' | 'toggle' | 'play' | 'pause';

/** Keys by their names. The last of a line are those of engines that do not yet speak the standard. */
const NAMES: Record<string, Command> = {
  ArrowRight: 'next',
  MediaTrackNext: 'next',
  MediaFastForward: 'next',
  ChannelUp: 'next',
  Right: 'next',
  ArrowLeft: 'previous',
  MediaTrackPrevious: 'previous',
  MediaRewind: 'previous',
  ChannelDown: 'previous',
  Left: 'previous',
  ' ': 'toggle',
  Enter: 'toggle',
  MediaPlayPause: 'toggle',
  Spacebar: 'toggle',
  MediaPlay: 'play',
  MediaPause: 'pause',
  MediaStop: 'pause'
};

/** Keys of remote controls that have no name: LG's webOS and Samsung's Tizen. */
const CODES: Record<number, Command> = {
  415: 'play',
  19: 'pause',
  413: 'pause',
  417: 'next',
  412: 'previous',
  10252: 'toggle',
  10232: 'previous',
  10233: 'next',
  427: 'next',
  428: 'previous'
};

/** Tizen keeps these to itself unless a page asks for them. */
const ON_DEMAND = [
  'MediaPlay',
  'MediaPause',
  'MediaPlayPause',
  'MediaStop',
  'MediaFastForward',
  'MediaRewind',
  'MediaTrackNext',
  'MediaTrackPrevious',
  'ChannelUp',
  'ChannelDown'
];

/**
 * Obeys keyboards and remote controls.
 *
 * @returns a function that ends it
 */
export function obeyKeys(commands: Commands): () => void {
  askForKeys();
  const press = (event: KeyboardEvent) => {
    const command = commandOf(event);
    if (!command) return;
    event.preventDefault();
    if (command === 'next') commands.next();
    else if (command === 'previous') commands.previous();
    else if (command === 'toggle' || commands.paused === (command === 'play')) commands.toggle();
  };
  addEventListener('keydown', press);
  return () => removeEventListener('keydown', press);
}

/** Null for keys that are somebody else's: a shortcut of the browser, or a link or button that has the focus. */
function commandOf(event: KeyboardEvent): Command | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  const command = NAMES[event.key] || CODES[event.keyCode];
  if (!command || (command === 'toggle' && event.repeat)) return null;
  const { target } = event;
  const isPress = event.key === ' ' || event.key === 'Enter';
  return isPress && target instanceof Element && target.closest('a, button') ? null : command;
}

function askForKeys(): void {
  const { tizen } = window as { tizen?: { tvinputdevice?: { registerKey(name: string): void } } };
  if (!tizen || !tizen.tvinputdevice) return;
  for (const name of ON_DEMAND) {
    try {
      tizen.tvinputdevice.registerKey(name);
    } catch {
      // This remote control has no such key.
    }
  }
}
