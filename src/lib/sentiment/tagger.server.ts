import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '$lib/server/project';
import { createEngine, type Engine } from './engine';
import { emptyModel, unpackModel, type Model } from './learned/model';
import { shippedEmoji, shippedLexicons } from './lexicons/files.server';

/** Where the shipped weights lie; `npm run sentiment:train` writes them. */
export const SHIPPED_MODEL = join(PROJECT_ROOT, 'src/lib/sentiment/learned/shipped.json');

/** The model as it is shipped. */
export function shippedModel(): Model {
  return (read ??= unpackModel(readFileSync(SHIPPED_MODEL, 'utf8')));
}
let read: Model | undefined;

/** The engine as it is shipped, before a company has taught it anything. */
export function shippedEngine(): Engine {
  return (made ??= engineWith(shippedModel()));
}
let made: Engine | undefined;

/** The shipped lexicons without anything learned. */
export function untaughtEngine(): Engine {
  return engineWith(emptyModel());
}

function engineWith(model: Model): Engine {
  return createEngine({ lexicons: shippedLexicons(), emoji: shippedEmoji(), model });
}
