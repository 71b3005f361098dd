/**
 * Makes each answer once and keeps the last ones that were asked for, by a key that says all that they depend on. Who
 * asks while it is being made waits for the same; one that could not be made is forgotten.
 */
export function keeping<Answer>(most: number) {
  const answers = new Map<string, Promise<Answer>>();
  return (key: string, make: () => Promise<Answer>): Promise<Answer> => {
    const answer = answers.get(key) ?? make();
    // Put last again: a map keeps its order, and the first goes first.
    answers.delete(key);
    answers.set(key, answer);
    answer.catch(() => answers.delete(key));
    for (const oldest of answers.keys()) {
      if (answers.size <= most) break;
      answers.delete(oldest);
    }
    return answer;
  };
}
