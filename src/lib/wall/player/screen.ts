import { asked } from './asked';
import { Connection } from './connection';
import { controls } from './controls';
import { drift } from './drift';
import { Heart } from './heart';
import { Keeping } from './keeping';
import { obeyKeys } from './keys';
import { keepPage } from './offline';
import { watchPace } from './pace';
import { isSuccessor, page } from './page';
import { pair } from './pairing';
import type { Picture } from './cover';
import { Player } from './player';
import { Renewal } from './renewal';
import { Stage } from './stage';
import { stayAwake } from './wake';
import type { WallEvent } from '../events';

/** A screen that hears nothing for this long begins with what it has kept. Milliseconds. */
const PATIENCE = 2_500;

/** The life of a screen, from the moment its page is opened. */
export class Screen {
  #keeping = new Keeping(
    () => this.#player.state && this.#player.material.keep(this.#player.state, this.#player.now)
  );
  #kept = this.#keeping.read();
  #renewal = new Renewal(page);
  #stage = new Stage(document.body, (picture) => this.#painted(picture));
  #player = new Player(this.#stage, this.#renewal.mayTurn);
  #connection = new Connection(
    '/wall/stream',
    {
      cursor: () => this.#player.material.cursor,
      audience: () => (this.#player.state ? this.#player.state.audience : ''),
      hear: (event) => this.#hear(event),
      status: (status) => {
        this.#player.tell(status);
        if (status.kind === 'offline') this.#keeping.lose();
        if (status.kind === 'offline' && status.refused) this.#invite();
      }
    },
    this.#kept ? this.#kept.heardAt : undefined
  );
  #heart = new Heart(this.#player, page.build, {
    revoked: () => this.#hear({ event: 'revoked', data: null }),
    unknown: this.#connection.hurry
  });
  #controls = controls(this.#player);
  #isCalled = asked();
  #watch = watchPace(document.documentElement);
  #isGuest = false;
  #hasBooted = false;

  /** Whatever is heard first is shown; where nothing is, what was kept. After a renewal that comes first. */
  start(): void {
    this.#player.start();
    this.#keeping.start();
    if (this.#kept && isSuccessor()) this.#begin();
    else setTimeout(() => this.#begin(), PATIENCE);
    this.#connection.open();
    this.#heart.start();
    this.#renewal.start();
    document.body.appendChild(this.#controls);
    obeyKeys(this.#player);
    drift(this.#stage.element);
    stayAwake(() => this.#player.picture.kind !== 'quiet' && !this.#player.revoked);
  }

  #begin(): void {
    const kept = this.#kept;
    this.#kept = null;
    if (this.#player.state || this.#isGuest) return;
    try {
      if (kept) this.#player.restore(kept.kept, kept.heardAt);
      // A stream that is open will bring something.
      else if (this.#player.status.kind !== 'catching-up') this.#player.next();
    } catch {
      this.#keeping.wipe();
    }
  }

  #hear(event: WallEvent): void {
    if (this.#isGuest) return page.leave();
    this.#player.hear(event);
    this.#keeping.hear(event);
    if (event.event === 'screen') {
      this.#renewal.hear(event.data);
      if (this.#isCalled(event.data.identifyAt)) this.#stage.identify(event.data.name);
    }
    if (event.event !== 'revoked') return;
    this.#connection.close();
    this.#heart.stop();
    this.#renewal.stop();
  }

  #painted(picture: Picture): void {
    this.#heart.painted(picture);
    this.#watch();
    if (picture.kind === 'lease-over') this.#keeping.wipe();
    if (!this.#hasBooted) void keepPage(page.build);
    this.#hasBooted = true;
  }

  /** Nobody knows this device, or does so any more: it shows a code and nothing else, and begins anew once it is paired. */
  #invite(): void {
    if (this.#isGuest) return;
    this.#isGuest = true;
    this.#keeping.wipe();
    this.#stage.element.remove();
    this.#controls.remove();
    void pair(document.body).then(() => page.leave());
  }
}
