/**
 * Reads a small JSON body. Bodies have no limit elsewhere, for imports; what anybody may send from anywhere has one.
 *
 * @param most bytes
 * @returns undefined for what is larger, or not JSON
 */
export async function readSmallJson(request: Request, most: number): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.byteLength;
    // The rest is heard out and forgotten: an answer amid the question would cut the connection.
    if (bytes > most) pieces.length = 0;
    else pieces.push(value);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'));
  } catch {
    return undefined;
  }
}
