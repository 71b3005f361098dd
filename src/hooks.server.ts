import { sequence } from '@sveltejs/kit/hooks';
import type { ServerInit } from '@sveltejs/kit';
import { app } from '$lib/server/app';
import { localize } from '$lib/server/localize';
import { secureHeaders } from '$lib/server/headers';
import { identify } from '$lib/server/session';

export { handleError } from '$lib/server/errors';

/** Opens the data before the first request is served. */
export const init: ServerInit = async () => {
  await app();
};

/** What happens to every request, in this order. */
export const handle = sequence(secureHeaders, localize, identify);
