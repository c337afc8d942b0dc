import { z } from 'zod';
import { type IdByPrefix, parseWireId, type WirePrefix } from '../domain/ids.ts';
import { currencyUnit, pointsUnit, type Unit } from '../domain/ledger/unit.ts';
import { isCurrency, MAX_INT64 } from '../domain/money/money.ts';
import { parseRfc3339 } from '../domain/time/calendar.ts';

// Controls, the marks that reorder text, and (in names of things) every invisible format character.
const PLAIN_TEXT = /^[^\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]*$/;
const PLAIN_NAME = /^[^\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]*$/;
const LONE_SURROGATE = /\p{Surrogate}/u;
const SPACE_AT_END = /^\s|\s$/;

/** Amounts are int64, as the columns are; a sum that would leave them is refused by the engine (`amount_out_of_range`). */
const AMOUNT = /^(?:0|[1-9]\d{0,18})$/;
const SIGNED_AMOUNT = /^(?:0|-?[1-9]\d{0,18})$/;

/** Text people read: one line, NFC, no controls and nothing that reorders it. Emoji with joiners pass. */
export function text(max: number) {
  return z
    .string()
    .min(1, 'text')
    .max(max, 'text')
    .regex(PLAIN_TEXT, 'text')
    .refine((value) => !LONE_SURROGATE.test(value) && value.trim() !== '', 'text')
    .normalize('NFC');
}

/** The name a shop gives a thing: compared byte for byte after NFC, so nothing invisible and no space at its ends. */
export function name(max = 200) {
  return z
    .string()
    .min(1, 'text')
    .max(max, 'text')
    .regex(PLAIN_NAME, 'text')
    .refine((value) => !LONE_SURROGATE.test(value) && !SPACE_AT_END.test(value), 'text')
    .normalize('NFC');
}

/** Checked for form by `canonicalEmail` and `canonicalPhone`; here only that they are plain text of a bearable length. */
/**
 * An address that mail is sent to: a local part of at most 64 characters and a domain with letters at its end. Stricter than what a shop's
 * customer may be known by, which is told to the shop and not written to.
 */
const MAILBOX =
  /^(?=.{1,64}@)[^\s@.\p{C}]+(?:\.[^\s@.\p{C}]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]{1,62}$/u;
export const mailbox = z.string().min(3, 'email').max(254, 'email').regex(MAILBOX, 'email').meta({ format: 'email' });
export const email = z.string().min(3, 'email').max(320, 'email').regex(PLAIN_NAME, 'email').meta({ format: 'email' });
export const phone = z.string().min(5, 'phone').max(40, 'phone').regex(PLAIN_NAME, 'phone');

export const currency = z.string().length(3, 'currency').refine(isCurrency, 'currency');

function amountText(pattern: RegExp) {
  return z
    .string('amount')
    .regex(pattern, 'amount')
    .transform((digits) => BigInt(digits))
    .refine((amount) => amount <= MAX_INT64 && amount >= -MAX_INT64, 'amount');
}

/** `{"amountMinor":"10000","currency":"RUB"}`, zero or more. */
export const money = z.strictObject({ amountMinor: amountText(AMOUNT), currency });
export const signedMoney = z.strictObject({ amountMinor: amountText(SIGNED_AMOUNT), currency });
export type MoneyInput = z.output<typeof money>;

/** A `cus_…` id; the value behind it is the uuid. */
export function idOf<P extends WirePrefix>(prefix: P): z.ZodType<IdByPrefix[P], string> {
  return z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9a-f]{32}$`), 'id')
    .transform((value, context): IdByPrefix[P] => {
      const id = parseWireId(prefix, value);
      if (id !== null) return id;
      context.addIssue({ code: 'custom', message: 'id' });
      return z.NEVER;
    });
}

export const points = z.strictObject({ points: amountText(AMOUNT), programId: idOf('prg') });
export const signedPoints = z.strictObject({ points: amountText(SIGNED_AMOUNT), programId: idOf('prg') });

/** Money or points as an amount of a ledger unit. */
export function ledgerValue(amount: MoneyInput | z.output<typeof points>): { readonly unit: Unit; readonly amount: bigint } {
  if ('points' in amount) return { unit: pointsUnit(amount.programId), amount: amount.points };
  return { unit: currencyUnit(amount.currency), amount: amount.amountMinor };
}

/** RFC 3339 with zone; the value is the instant. */
export const instant = z
  .string()
  .max(40, 'time')
  .transform((value, context): Date => {
    const at = parseRfc3339(value);
    if (at !== null) return at;
    context.addIssue({ code: 'custom', message: 'time' });
    return z.NEVER;
  })
  .meta({ format: 'date-time' });

/** What answers hold. */
export const wireMoney = z.strictObject({ amountMinor: z.string().regex(/^-?\d+$/), currency: z.string().length(3) }).meta({ id: 'Money' });
export const wirePoints = z.strictObject({ points: z.string().regex(/^-?\d+$/), programId: z.string() }).meta({ id: 'Points' });
export const wireValue = z.union([wireMoney, wirePoints]);
export const wireTime = z.string().meta({ format: 'date-time' });
export const wireText = z.strictObject({ ru: z.string(), en: z.string() }).meta({ id: 'LocalizedText' });

/** SHA-256 of a text, hex: which text somebody has read. */
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/, 'format');

/** `…?limit=50&cursor=…`: lists are keyset pages. */
export const pageQuery = {
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'size')
    .transform(Number)
    .refine((limit) => limit <= 200, 'size')
    .default(50)
    // A number to whoever calls, though an address can only hold its digits.
    .meta({ type: 'integer', minimum: 1, maximum: 200, description: 'How many, at most 200; 50 when absent.' }),
  // As long as a name of 200 letters makes it.
  cursor: z.string().min(1).max(4_000).optional().meta({ description: '`nextCursor` of the page before.' }),
};

/** One page of a list; `nextCursor` is null on the last one, and on no other: a page may be shorter than asked for. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Who acts for the business; written to the audit log. Required where the act needs scope `staff`. */
export const actor = name(100).meta({ description: 'Who acts for the business. Needs scope `staff`; kept in the log.' });
