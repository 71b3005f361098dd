import { json } from '@sveltejs/kit';
import { reachable } from '$lib/screens/address.server';
import { beginPairing, continuePairing } from '$lib/screens/pairing.server';
import { giveToken, takeToken, tokenOf } from '$lib/screens/token.server';
import { app } from '$lib/server/app';

/** In seconds: codes are counted over a quarter of an hour. */
const RETRY_AFTER = 60;

/** A device asks for a code, and then again and again whether somebody confirmed it: with that answer comes its token. */
export const POST = async (event) => {
  const { service } = (await app()).supabase;
  const { origin } = reachable(event.url);
  const headers = { 'cache-control': 'no-store' };
  const secret = tokenOf(event.cookies, 'pairing');
  const going = secret && (await continuePairing(service, secret, origin));
  if (going && 'token' in going) {
    giveToken(event, 'screen', going.token);
    takeToken(event, 'pairing');
    return json({ paired: true }, { headers });
  }
  if (going) return json(going.offer, { headers });
  const begun = await beginPairing(service, event.getClientAddress(), origin);
  if (!begun)
    return json(
      { limited: true },
      { status: 429, headers: { ...headers, 'retry-after': String(RETRY_AFTER) } }
    );
  giveToken(event, 'pairing', begun.secret);
  return json(begun.offer, { headers });
};
