/**
 * Lets whoever asks for the same at one time share the answer. A thousand screens that come back at once cost a few
 * reads, and yet every answer is of a read that began after it was asked for, so that it lacks nothing.
 *
 * @param keyOf equal for what has the same answer
 */
export function sharing<Asked, Answer>(
  keyOf: (asked: Asked) => string,
  read: (asked: Asked) => Promise<Answer>
): (asked: Asked) => Promise<Answer> {
  const running = new Map<string, Promise<Answer>>();
  const waiting = new Map<string, Promise<Answer>>();

  return function ask(asked): Promise<Answer> {
    const key = keyOf(asked);
    const before = running.get(key);
    if (!before) {
      const now = read(asked).finally(() => running.delete(key));
      running.set(key, now);
      return now;
    }
    const next =
      waiting.get(key) ??
      before
        .catch(() => undefined)
        .then(() => {
          waiting.delete(key);
          return ask(asked);
        });
    waiting.set(key, next);
    return next;
  };
}
