import { createHmac } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import ws from 'ws';
import type { Database as Types } from '../../src/lib/server/database.types';
import { SECRETS, type Database } from '../support/engines';
import { caller, type Actor } from './cast';

export type Client = SupabaseClient<Types>;
/** A client of the API, as the pages make it. */
export function as(db: Database, actor: Actor): Client {
  const person = actor !== 'anon' && actor !== 'service';
  return createClient<Types>(
    'http://embedded.internal',
    actor === 'service' ? SECRETS.secretKey : SECRETS.publishableKey,
    {
      auth: { persistSession: false, autoRefreshToken: false },
      realtime: { transport: ws as never },
      global: {
        fetch: (input, init) => db.engine.fetch(new Request(input, init)),
        headers: person ? { authorization: `Bearer ${token(actor)}` } : {}
      }
    }
  );
}

/** An access token, as Auth signs them. */
export function token(actor: Actor, secret = SECRETS.jwtSecret): string {
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims(actor))}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** The same without a signature, saying that it needs none. */
export function unsigned(actor: Actor): string {
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims(actor))}.`;
}

function claims(actor: Actor) {
  const now = Math.floor(Date.now() / 1000);
  return { sub: caller(actor).user, role: 'authenticated', aud: 'authenticated', iat: now, exp: now + 3600 };
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
