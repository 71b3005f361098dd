import type { Client } from '$lib/server/supabase';
import { tree } from '$lib/verbatims/teams';
import { places } from '$lib/verbatims/verbatims.server';
import { fleetOf, screenOf } from '../screens.server';
import { sizeIn } from '../viewed';
import type { Choices } from './fields';

/** What a screen can be narrowed to: the teams below the company, parents before children, and the steps in order. */
export async function choicesFor(client: Client, locale: 'fr' | 'en'): Promise<Choices> {
  const { teams, steps } = await places(client);
  const company = teams.find(({ parent_id }) => parent_id === null);
  return {
    teams: tree(teams, company).slice(1),
    steps: steps.map((step) => ({ id: step.id, name: step[`customer_label_${locale}`] }))
  };
}

/** What the editor of a screen shows; null when there is no such screen, or it was taken away. */
export async function editedScreen(client: Client, id: string, locale: 'fr' | 'en') {
  const [screen, choices, fleet] = await Promise.all([
    screenOf(client, id),
    choicesFor(client, locale),
    fleetOf(client)
  ]);
  if (!screen) return null;
  const others = fleet.screens.filter((each) => each.id !== id).map(({ id, name }) => ({ id, name }));
  const { name, settings, told } = screen;
  return { screen: { id, name, settings, viewport: told && sizeIn(told.viewport) }, choices, others };
}
