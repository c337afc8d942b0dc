import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { assert, err, ok, type Result } from '../domain/result.ts';

const MAX_TEXT_LENGTH = 40;
const INVISIBLE = /\p{Cf}/gu;
const PHONE_TEXT = /^[(]?\+?[\d ().\-/\u2010-\u2015\u2212]+$/;

/**
 * A phone in E.164, e.g. `8 (912) 000-00-00` → `+79120000000`; numbers without a country code are read in
 * `defaultCountry` (ISO 3166-1 alpha-2). Only numbers that the country's plan holds pass. An apostrophe in front, which
 * CSV exports put before a plus, is dropped; letters, extensions and `7,91E+10` are refused.
 */
export function canonicalPhone(text: string, defaultCountry = 'RU'): Result<string, { kind: 'invalid-phone' }> {
  assert(isSupportedCountry(defaultCountry), `not a country with phones: ${defaultCountry}`);
  if (text.length > MAX_TEXT_LENGTH) return err({ kind: 'invalid-phone' });
  // Phones copied from an address book come wrapped in invisible direction marks.
  const plain = text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/^ *'? */, '');
  if (!PHONE_TEXT.test(plain)) return err({ kind: 'invalid-phone' });
  const dialled = plain.replace(/[^\d+]/g, '').replace(/^00(?=[1-9])/, '+');
  const phone = parsePhoneNumberFromString(dialled, { defaultCountry, extract: false });
  if (phone === undefined || !phone.isValid()) return err({ kind: 'invalid-phone' });
  return ok(phone.number);
}
