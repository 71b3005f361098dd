/** So many scenes one can go back over. */
const MOST = 50;

/** What a screen has shown, and where in it the screen is: at its end, unless somebody went back. */
export class History<Scene> {
  #scenes: Scene[] = [];
  #place = -1;

  add(scene: Scene): void {
    this.#scenes = this.#scenes.concat([scene]).slice(-MOST);
    this.end();
  }

  end(): void {
    this.#place = this.#scenes.length - 1;
  }

  /**
   * The nearest scene before or after this one that can still be shown; null when there is none, and then nothing moved.
   *
   * @param now a scene as it is now; null when it is gone
   */
  step(direction: 1 | -1, now: (scene: Scene) => Scene | null): Scene | null {
    for (let place = this.#place + direction; ; place += direction) {
      const before = this.#scenes[place];
      if (before === undefined) return null;
      const scene = now(before);
      if (scene === null) continue;
      this.#place = place;
      return scene;
    }
  }
}
