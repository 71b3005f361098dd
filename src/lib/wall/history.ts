/** So many scenes one can go back over. */
const MOST = 50;

/** What a screen has shown, by id, and where in it the screen is: at its end, unless somebody went back. */
export class History {
  #ids: string[] = [];
  #place = -1;

  /** The screen goes on, to something or to a pause that has no id. */
  add(id: string | undefined): void {
    if (id !== undefined) this.#ids = [...this.#ids, id].slice(-MOST);
    this.end();
  }

  end(): void {
    this.#place = this.#ids.length - 1;
  }

  /**
   * The nearest scene before or after this one that can still be shown; null when there is none, and then nothing moved.
   *
   * @param find null for what is gone
   */
  step<Scene>(direction: 1 | -1, find: (id: string) => Scene | null): Scene | null {
    for (let place = this.#place + direction; ; place += direction) {
      const id = this.#ids[place];
      if (id === undefined) return null;
      const scene = find(id);
      if (scene === null) continue;
      this.#place = place;
      return scene;
    }
  }
}
