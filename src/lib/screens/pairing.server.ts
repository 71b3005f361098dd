import { createHash, createHmac, randomBytes } from 'node:crypto';
import { encode } from 'uqr';
import type { Client } from '$lib/server/supabase';
import { codeFrom, shownCode } from './code';
import { hashOf, newToken } from './token.server';

/** What a TV shows until somebody confirms it. */
export interface Offer {
  /** `ABC-DEF`. */
  code: string;
  /** ISO; after it the TV asks for another. */
  expiresAt: string;
  /** Where somebody types the code: a page of this server, without the code. */
  address: string;
  /** The same page with the code: an SVG path in a square of `size` units, its margin left out. */
  qr: { path: string; size: number };
}

/** How many codes are tried; a second one is needed once in millions. */
const TRIES = 3;

/**
 * Begins the pairing of a device.
 *
 * @param from the network address of the device, which is kept as a hash for an hour
 * @param origin of this server as the device reaches it
 * @returns the secret that the device keeps; null when too many were begun from its address
 */
export async function beginPairing(
  service: Client,
  from: string,
  origin: string
): Promise<{ secret: string; offer: Offer } | null> {
  const secret = newToken();
  for (let left = TRIES; ; left--) {
    const code = codeFrom(randomBytes(6));
    const { data, error } = await service.rpc('begin_pairing', {
      code,
      secret_hash: hashOf(secret),
      address_hash: createHash('sha256').update(from).digest('base64url')
    });
    if (error?.code === 'PT409' && left > 1) continue;
    if (error) throw error;
    return data === null ? null : { secret, offer: offerOf(code, data, origin) };
  }
}

/**
 * Goes on with the pairing of a device.
 *
 * @returns what it shows on, the token that it was just given, or null when its time is over
 */
export async function continuePairing(
  service: Client,
  secret: string,
  origin: string
): Promise<{ offer: Offer } | { token: string } | null> {
  const secret_hash = hashOf(secret);
  const { data } = await service.rpc('pairing_state', { secret_hash }).throwOnError();
  const state = data as unknown as { code: string; expires_at: string; confirmed: boolean } | null;
  if (!state) return null;
  if (!state.confirmed) return { offer: offerOf(state.code, state.expires_at, origin) };
  const token = tokenFrom(secret);
  const { data: screen } = await service
    .rpc('claim_pairing', { secret_hash, token_hash: hashOf(token) })
    .throwOnError();
  return screen === null ? null : { token };
}

/** The same secret makes the same token: should the answer that brings it be lost, the next one brings it again. */
function tokenFrom(secret: string): string {
  return createHmac('sha256', secret).update('token of a screen').digest('base64url');
}

function offerOf(code: string, expiresAt: string, origin: string): Offer {
  const address = `${origin}/screens/pair`;
  const shown = shownCode(code);
  return {
    code: shown,
    expiresAt: new Date(expiresAt).toISOString(),
    address,
    qr: squareOf(`${address}?code=${shown}`)
  };
}

/** A QR code as one path: a unit square for each dark module, runs of a row joined. */
function squareOf(text: string): Offer['qr'] {
  // A screen is clean and flat: more correction would only make the squares smaller.
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const from = x;
      while (row[x + 1]) x++;
      path += `M${from} ${y}h${x + 1 - from}v1h${from - x - 1}z`;
    }
  });
  return { path, size };
}
