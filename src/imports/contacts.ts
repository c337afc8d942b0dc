import { valueProblem } from './import-problem.ts';
import type { RowReader } from './row-reader.ts';

/** Who a row is about, as written: canonical forms are made at intake. At least one of the first three is there. */
export interface CustomerContacts {
  readonly externalId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly name: string | null;
}

export const MAX_ID_LENGTH = 200;
const MAX_NAME_LENGTH = 300;
const MAX_EMAIL_LENGTH = 254;
const MAX_PHONE_LENGTH = 40;
const PHONE_SCIENTIFIC = /^\+?\d(?:[.,]\d+)?[eе]\+?\d+$/iu;
const PHONE = /^\+?[\d\s().\-–/]+$/u;
const MIN_PHONE_DIGITS = 7;
const MAX_PHONE_DIGITS = 15;
/** Only what cannot be an address at all; whether it is one is known by mailing it. */
const EMAIL = /^[^\s@<>,;]+(?:@[^\s@<>,;.]+(?:\.[^\s@<>,;.]+)*)$/u;
const QUOTED_LOCAL_EMAIL = /^"[^"]+"@[^\s@<>,;]+$/u;

type ContactReader = Pick<RowReader<'customerId' | 'email' | 'phone' | 'name'>, 'text' | 'refuse' | 'problems'>;

/** Problems are left with the reader, one of them when the row names nobody. */
export function readContacts(reader: ContactReader): CustomerContacts {
  const problemsBefore = reader.problems.length;
  const externalId = reader.text('customerId', MAX_ID_LENGTH);
  const email = reader.text('email', MAX_EMAIL_LENGTH);
  const phone = reader.text('phone', MAX_PHONE_LENGTH);
  const name = reader.text('name', MAX_NAME_LENGTH);
  if (email !== null && !EMAIL.test(email) && !QUOTED_LOCAL_EMAIL.test(email)) reader.refuse('email', valueProblem('email-invalid'));
  if (phone !== null) checkPhone(phone, reader);
  const isNobody = externalId === null && email === null && phone === null;
  if (isNobody && reader.problems.length === problemsBefore) {
    reader.refuse(null, valueProblem('customer-missing', { columns: 'customer_id, email, phone' }));
  }
  return { externalId, email, phone, name };
}

function checkPhone(phone: string, reader: ContactReader): void {
  if (PHONE_SCIENTIFIC.test(phone)) {
    reader.refuse('phone', valueProblem('phone-scientific'));
    return;
  }
  const digitCount = phone.replace(/\D/g, '').length;
  const isPossible = PHONE.test(phone) && digitCount >= MIN_PHONE_DIGITS && digitCount <= MAX_PHONE_DIGITS;
  if (!isPossible) reader.refuse('phone', valueProblem('phone-invalid'));
}
