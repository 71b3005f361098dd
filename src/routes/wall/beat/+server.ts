import { LONGEST_BEAT, readBeat } from '$lib/screens/beat';
import { readSmallJson } from '$lib/screens/body.server';
import { giveToken, hashOf, takeToken, tokenOf } from '$lib/screens/token.server';
import { app } from '$lib/server/app';

/** A screen tells how it is. 204 when it is noted, 410 for one that was taken away, 401 for what is no screen. */
export const POST = async (event) => {
  const token = tokenOf(event.cookies, 'screen');
  if (!token) return answer(401);
  const beat = readBeat(await readSmallJson(event.request, LONGEST_BEAT));
  if (!beat) return answer(400);
  const { screens } = await app();
  const screen = await screens.of(hashOf(token));
  if (screen && !screen.revoked) {
    screens.beats.note(screen.id, beat);
    giveToken(event, 'screen', token);
    return answer(204);
  }
  takeToken(event, 'screen');
  return answer(screen ? 410 : 401);
};

function answer(status: number): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store' } });
}
