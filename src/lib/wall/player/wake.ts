const LOOK_EVERY = 10_000;

/** The Screen Wake Lock API, where the browser has one. */
interface Lock {
  released: boolean;
  release(): Promise<void>;
}
type Waker = { wakeLock?: { request(kind: 'screen'): Promise<Lock> } };

/**
 * Keeps the display from going to sleep for as long as something is to be seen on it.
 *
 * Browsers without wake locks (Chromium up to 83) leave a display on that plays a video. So one is played: without a
 * sound, a pixel large, of a canvas that hardly changes, which needs no file and next to no work. On TVs whose own
 * browser never sleeps it does nothing; where it is refused, there is nothing else to be had.
 *
 * @param isWanted whether the display should be on now; asked every ten seconds
 * @returns a function that lets it sleep
 */
export function stayAwake(isWanted: () => boolean): () => void {
  const hold = (navigator as Waker).wakeLock ? lock() : film();
  const look = () => hold(isWanted() && document.visibilityState === 'visible');
  const timer = setInterval(look, LOOK_EVERY);
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
    hold(false);
  };
}

type Hold = (wanted: boolean) => void;

/** The browser takes a lock away whenever the page is hidden, so it is asked for again. */
function lock(): Hold {
  let held: Lock | null = null;
  let asking = false;
  let wants = false;
  const ask = async () => {
    asking = true;
    held = await (navigator as Required<Waker>).wakeLock.request('screen').catch(() => null);
    asking = false;
    if (!wants) release();
  };
  const release = () => {
    if (held) held.release().catch(() => undefined);
    held = null;
  };
  return (wanted) => {
    wants = wanted;
    if (!wanted) release();
    else if (!asking && (!held || held.released)) void ask();
  };
}

function film(): Hold {
  let video: HTMLVideoElement | null = null;
  let frames = 0;
  let brush: CanvasRenderingContext2D | null = null;
  return (wanted) => {
    if (!wanted) {
      if (video) video.remove();
      video = brush = null;
      return;
    }
    if (!video) {
      const canvas = document.createElement('canvas');
      if (!canvas.captureStream) return;
      canvas.width = canvas.height = 2;
      brush = canvas.getContext('2d');
      video = document.createElement('video');
      video.muted = true;
      video.style.cssText =
        'position:fixed;top:0;left:0;width:1px;height:1px;opacity:.01;pointer-events:none';
      video.setAttribute('aria-hidden', 'true');
      video.srcObject = canvas.captureStream(1);
      document.documentElement.appendChild(video);
    }
    frames += 1;
    if (brush) brush.clearRect(frames % 2, 0, 1, 1);
    if (video.paused) video.play().catch(() => undefined);
  };
}
