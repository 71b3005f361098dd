import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * Whether a run of digits that begins with + can be a phone number: a known country and a length it uses.
 * Its being in service is not asked; numbering plans change faster than any table of them.
 */
export function isPhoneNumber(run: string): boolean {
  return parsePhoneNumberFromString(run)?.isPossible() ?? false;
}
