/**
 * Who is paid in cash. What the log and the engine know of a payee is a type, a country and that the tax data are complete; the data
 * themselves are personal and live beside the log (contract.md 6.3).
 */
import type { CustomerId } from '../ids.ts';

/** Individuals have tax withheld or counted for them; the other three pay their own. */
export const PAYEE_TYPES = ['individual', 'selfEmployed', 'soleTrader', 'company'] as const;
export type PayeeType = (typeof PAYEE_TYPES)[number];

export interface Payee {
  readonly customerId: CustomerId;
  readonly payeeType: PayeeType;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly savedAt: Date;
  /** The event that saved them: where the personal data lie, also after a merge. */
  readonly savedSequence: bigint;
}

/** Personal: never in the log. Every field is text as typed; null = not given. */
export interface PayeeDetails {
  readonly name: string | null;
  /** Russia: INN; United States: SSN or EIN; elsewhere what the tax office uses. */
  readonly taxId: string | null;
  /** Russia: OGRNIP of a sole trader, OGRN of a company. */
  readonly registrationNumber: string | null;
  /** Russia, companies: KPP. */
  readonly branchCode: string | null;
  readonly account: string | null;
  /** Russia: BIK of the bank; elsewhere BIC or routing number. */
  readonly bankCode: string | null;
}

export type PayeeField = keyof PayeeDetails;

/** The fields that are missing or cannot be right for this type and country, in the order of a form; empty = payable. */
export function payeeGaps(type: PayeeType, country: string, details: PayeeDetails): readonly PayeeField[] {
  const rules = country === 'RU' ? russianRules(type) : country === 'US' ? AMERICAN_RULES : OTHER_RULES;
  return rules.flatMap(([field, isRight]) => {
    const value = details[field];
    return value !== null && isRight(value) ? [] : [field];
  });
}

type FieldRule = readonly [field: PayeeField, isRight: (value: string) => boolean];

const isFilled = (value: string): boolean => value.trim().length >= 2;
const digits = (count: number) => {
  const pattern = new RegExp(`^\\d{${count}}$`);
  return (value: string): boolean => pattern.test(value);
};

function russianRules(type: PayeeType): readonly FieldRule[] {
  const bank: readonly FieldRule[] = [
    ['account', digits(20)],
    ['bankCode', digits(9)],
  ];
  switch (type) {
    case 'individual':
    case 'selfEmployed':
      return [['name', isFilled], ['taxId', isPersonalInn], ...bank];
    case 'soleTrader':
      return [['name', isFilled], ['taxId', isPersonalInn], ['registrationNumber', digits(15)], ...bank];
    case 'company':
      return [['name', isFilled], ['taxId', isCompanyInn], ['registrationNumber', digits(13)], ['branchCode', digits(9)], ...bank];
  }
}

const AMERICAN_RULES: readonly FieldRule[] = [
  ['name', isFilled],
  ['taxId', (value) => digits(9)(value.replaceAll('-', ''))],
  ['account', (value) => /^\d{4,17}$/.test(value)],
  ['bankCode', digits(9)],
];

const OTHER_RULES: readonly FieldRule[] = [
  ['name', isFilled],
  ['taxId', isFilled],
  ['account', (value) => /^[A-Za-z0-9 ]{8,42}$/.test(value)],
  ['bankCode', isFilled],
];

const COMPANY_WEIGHTS = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const PERSON_WEIGHTS = [
  [7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
  [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
];

/** Ten digits, the last a check digit (order of the Russian tax service, 29.06.2012). */
export function isCompanyInn(value: string): boolean {
  return digits(10)(value) && checkDigit(value, COMPANY_WEIGHTS) === Number(value[9]);
}

/** Twelve digits, the last two check digits. */
export function isPersonalInn(value: string): boolean {
  return digits(12)(value) && PERSON_WEIGHTS.every((weights) => checkDigit(value, weights) === Number(value[weights.length]));
}

function checkDigit(value: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(value[index]), 0);
  return (sum % 11) % 10;
}
