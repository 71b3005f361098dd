import type { Person, Role } from './session';

const HOMES: Record<Role, string> = {
  leadership: '/symmetry',
  manager: '/dashboard',
  moderator: '/verbatims?status=held',
  admin: '/imports',
  employee: '/verbatims'
};

/** The page where each role's day begins. */
export function homeOf(person: Person): string {
  return HOMES[person.role];
}
