import { canonicalEmail } from '../identity/canonical-email.ts';
import { canonicalPhone } from '../identity/canonical-phone.ts';
import type { CustomerContacts } from './contacts.ts';
import { type ImportProblem, valueProblem } from './import-problem.ts';

export interface ContactPlace {
  readonly rowNumber: number;
  readonly headerOf: (column: 'email' | 'phone') => string | null;
}

/** What keeps a contact that looks right from ever finding its person: no such mail domain, a number no country has. */
export function contactProblems({ email, phone }: CustomerContacts, { rowNumber, headerOf }: ContactPlace): readonly ImportProblem[] {
  const problems: ImportProblem[] = [];
  if (email !== null && !canonicalEmail(email).ok) {
    problems.push({ rowNumber, column: headerOf('email'), value: email, ...valueProblem('email-invalid') });
  }
  if (phone !== null && !canonicalPhone(phone).ok) {
    problems.push({ rowNumber, column: headerOf('phone'), value: phone, ...valueProblem('phone-invalid') });
  }
  return problems;
}
