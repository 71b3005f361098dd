import { toCsv } from '$lib/charts/csv';
import { spreadsheet } from '$lib/i18n/format';
import { m } from '$lib/i18n/paraglide/messages';
import type { Client } from '$lib/server/supabase';
import { linksFor, type Invited } from '../waves/invitations.server';
import { asked, idFrom } from './refused';

/**
 * A file with a new link for everybody on the roster of an open wave. That it was taken is noted first.
 *
 * @param client of the administrator; `service` makes the links
 * @param origin the address that links open
 * @throws Refused `gone`, `not_open`
 */
export async function exportLinks(
  client: Client,
  service: Client,
  wave: string,
  origin: string
): Promise<{ name: string; text: string }> {
  const notOpen = { PT409: 'not_open' } as const;
  await asked(client.rpc('note_links_handed_out', { wave: idFrom(wave) }).throwOnError(), notOpen);
  const people = await asked(linksFor(service, wave, origin), notOpen);
  const columns = [
    { name: m.wave_links_name(), value: ({ full_name }: Invited) => full_name },
    { name: m.wave_links_email(), value: ({ email }: Invited) => email },
    { name: m.wave_links_link(), value: ({ link }: Invited) => link }
  ];
  const day = new Date().toISOString().slice(0, 10);
  return { name: `${m.wave_links_file()}-${day}.csv`, text: await toCsv(columns, people, spreadsheet()) };
}
