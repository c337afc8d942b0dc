import { isVanityCode } from '../domain/codes/fold-code.ts';
import type { Money } from '../domain/money/money.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ConsentInput } from '../intake/submission.ts';
import { type CustomerContacts, MAX_ID_LENGTH, readContacts } from './contacts.ts';
import { CUSTOMER_HEADERS, type CustomerColumn, firstNameOf } from './header-names.ts';
import { type ImportProblem, valueProblem } from './import-problem.ts';
import { type RawRow, type RowContext, RowReader } from './row-reader.ts';

export interface CustomerRow extends CustomerContacts {
  readonly rowNumber: number;
  /** A code the customer already has, as written. */
  readonly code: string | null;
  /** Who brought the customer; at most one of the two, the id first. */
  readonly referrerExternalId: string | null;
  readonly referrerCode: string | null;
  /** When they were brought; null = the file does not say. */
  readonly referredAt: Date | null;
  /** Above zero; null = none. */
  readonly openingBalance: Money | null;
  /** Of the balance and the points; null = they do not expire. */
  readonly openingBalanceExpiresAt: Date | null;
  readonly openingPoints: bigint | null;
  readonly consents: readonly ConsentInput[];
}

const MAX_PROOF_LENGTH = 1_000;
const NO = /^(?:нет|no|false|ложь|0|n|н)$/iu;
const YES = /^(?:да|yes|true|истина|1|y|д|\+)$/iu;

/** Reads one row of a customer file, or says everything that is wrong with it. */
export function readCustomerRow(row: RawRow, context: RowContext<CustomerColumn>): Result<CustomerRow, readonly ImportProblem[]> {
  const reader = new RowReader(row, context);
  const contacts = readContacts(reader);
  const code = readCode(reader, 'code');
  const referrerExternalId = reader.text('referrerId', MAX_ID_LENGTH);
  const referrerCode = readCode(reader, 'referrerCode');
  if (referrerExternalId !== null && referrerExternalId === contacts.externalId) reader.refuse('referrerId', valueProblem('self-referral'));
  if (referrerCode !== null && referrerCode === code) reader.refuse('referrerCode', valueProblem('self-referral'));
  const hasReferrer = referrerExternalId !== null || referrerCode !== null;
  const referredAt = hasReferrer ? reader.pastDate('referredAt') : null;
  const opening = readOpening(reader, context);
  const consents = [
    readConsent(reader, { purpose: 'personal-data', at: 'personalDataAt', version: 'personalDataVersion', proof: 'personalDataProof' }),
    readConsent(reader, { purpose: 'advertising', at: 'advertisingAt', version: 'advertisingVersion', proof: 'advertisingProof' }),
  ].filter((consent) => consent !== null);
  if (reader.problems.length > 0) return err(reader.problems);
  const referrer = { referrerExternalId, referrerCode: referrerExternalId === null ? referrerCode : null, referredAt };
  return ok({ rowNumber: row.rowNumber, ...contacts, code, ...referrer, ...opening, consents });
}

function readCode(reader: RowReader<CustomerColumn>, column: 'code' | 'referrerCode'): string | null {
  const code = reader.text(column, MAX_ID_LENGTH);
  if (code === null || isVanityCode(code)) return code;
  reader.refuse(column, valueProblem('code-invalid'));
  return null;
}

type Opening = Pick<CustomerRow, 'openingBalance' | 'openingBalanceExpiresAt' | 'openingPoints'>;

function readOpening(reader: RowReader<CustomerColumn>, { settings }: RowContext<CustomerColumn>): Opening {
  const hasBalance = reader.text('openingBalance', MAX_ID_LENGTH) !== null;
  const balance = hasBalance ? reader.amount('openingBalance', reader.currency('currency', 'openingBalance')) : null;
  const points = reader.points('openingPoints');
  const openingBalance = balance?.amountMinor === 0n ? null : balance;
  const openingPoints = points === 0n ? null : points;
  if (openingBalance === null && openingPoints === null) return { openingBalance, openingPoints, openingBalanceExpiresAt: null };
  const expiresAt = reader.endDate('openingBalanceExpiresAt');
  if (expiresAt !== null && expiresAt.getTime() <= settings.now.getTime()) {
    reader.refuse('openingBalanceExpiresAt', valueProblem('date-in-past'));
  }
  return { openingBalance, openingPoints, openingBalanceExpiresAt: expiresAt };
}

interface ConsentColumns {
  readonly purpose: ConsentInput['purpose'];
  readonly at: CustomerColumn;
  readonly version: CustomerColumn;
  readonly proof: CustomerColumn;
}

/** A consent without its date or proof is none: it could not be shown to anyone who asks. */
function readConsent(reader: RowReader<CustomerColumn>, columns: ConsentColumns): ConsentInput | null {
  const answer = reader.text(columns.at, MAX_ID_LENGTH);
  if (answer === null || NO.test(answer)) return null;
  if (YES.test(answer)) {
    reader.refuse(columns.at, valueProblem('consent-date-missing'));
    return null;
  }
  const givenAt = reader.pastDate(columns.at);
  const textVersion = reader.text(columns.version, MAX_ID_LENGTH);
  const proof = reader.text(columns.proof, MAX_PROOF_LENGTH);
  if (proof === null)
    reader.refuse(columns.proof, valueProblem('consent-proof-missing', { column: firstNameOf(CUSTOMER_HEADERS[columns.proof]) }));
  if (givenAt === null || proof === null) return null;
  return { purpose: columns.purpose, givenAt, textVersion, proof };
}
