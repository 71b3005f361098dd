import { app } from './app';
import { provisionUser } from './users';

/** Whether somebody already administers this installation. Once true it stays true. */
export async function companyExists(): Promise<boolean> {
  if (exists) return true;
  const { supabase } = await app();
  const { count } = await supabase.service
    .from('people')
    .select('id', { count: 'exact', head: true })
    .eq('role', 'admin')
    .throwOnError();
  return (exists = (count ?? 0) > 0);
}
let exists = false;

export interface FirstSteps {
  company: string;
  team: string;
  name: string;
  email: string;
  password: string;
}

/**
 * Creates the company, its first team and the administrator who will do the rest.
 *
 * @throws when there already is an administrator: this door opens once
 */
export async function createCompany(steps: FirstSteps): Promise<void> {
  if (await companyExists()) throw new Error('This installation already has an administrator');
  const { supabase } = await app();
  const { service } = supabase;
  const userId = await provisionUser(supabase, steps.email, steps.password);
  await service
    .rpc('create_company', {
      company: steps.company,
      first_team: steps.team,
      administrator: steps.name,
      administrator_email: steps.email,
      administrator_user: userId
    })
    .throwOnError();
  exists = true;
}
