import { getCountrySpecifications, isValidIBAN } from 'ibantools';

const COUNTRIES = getCountrySpecifications();

/** Letters and digits in an IBAN of this country; 0 for a country without IBANs. `country` in any case. */
export function ibanLength(country: string): number {
  return COUNTRIES[country.toUpperCase()]?.chars ?? 0;
}

/** Whether the letters and digits, separators aside, are an IBAN whose country, length and checksum agree. */
export function isIban(written: string): boolean {
  return hasChecksum(written) && isValidIBAN(written.replace(/[^a-z\d]/gi, '').toUpperCase());
}

/** The remainder by 97 (ISO 7064) settles nearly every false candidate, far faster than the full check. */
function hasChecksum(written: string): boolean {
  const values: number[] = [];
  for (let at = 0; at < written.length; at++) {
    const value = valueOf(written.charCodeAt(at));
    if (value >= 0) values.push(value);
  }
  let remainder = 0;
  for (let at = 0; at < values.length; at++) {
    const value = values[(at + 4) % values.length] ?? 0;
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** 0 to 9 for a digit, 10 to 35 for a letter, -1 for a separator. */
function valueOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code & 0xdf;
  return letter >= 0x41 && letter <= 0x5a ? letter - 0x37 : -1;
}
