import { m } from '$lib/i18n/paraglide/messages';

const CHANNEL_NAMES: Record<string, () => string> = {
  google: m.channel_google,
  survey: m.channel_survey,
  email: m.channel_email,
  phone: m.channel_phone,
  chat: m.channel_chat,
  social: m.channel_social,
  store: m.channel_store
};

/** The channels that have a name of their own, by which one may filter. */
export const CHANNELS = Object.keys(CHANNEL_NAMES);

/** What a channel is called; a company's own channels are called by their slug. */
export function channelName(slug: string): string {
  return CHANNELS.indexOf(slug) < 0 ? slug : (CHANNEL_NAMES[slug] as () => string)();
}
