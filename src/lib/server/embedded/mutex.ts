/**
 * A first-in first-out lock for one resource that several asynchronous callers share.
 *
 * `run(work)` resolves or rejects with the outcome of `work`, which starts only when every earlier one has ended;
 * a failure of one holder never reaches the next.
 */
export class Mutex {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
