/**
 * Looks again and again, each time so many milliseconds after the answer to the look before: a slow server would
 * otherwise have every answer thrown away for the next.
 *
 * @returns how to stop
 */
export function follow(look: () => Promise<void>, every: number): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;
  const wait = () => {
    if (!stopped) timer = setTimeout(() => void look().finally(wait), every);
  };
  wait();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
