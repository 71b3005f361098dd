/**
 * What somebody asks of a screen from afar is done once, by whoever was there when it was asked for: a page that was
 * opened later finds it done.
 *
 * @returns a function to call with each instant that the server tells, ISO or null; true when it is to be done now
 */
export function asked(): (at: string | null) => boolean {
  let last: string | null | undefined;
  return (at) => {
    const isNew = last !== undefined && at !== null && at !== last;
    last = at;
    return isNew;
  };
}
