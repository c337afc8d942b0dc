/** What people type as an amount, and amounts as big whole numbers: a number of the language loses money above 2^53. */

export interface Balance {
  readonly unit: string;
  readonly available: string;
  readonly held: string;
  readonly reserved: string;
  readonly debt: string;
  readonly lots: readonly { readonly id: string; readonly remaining: string; readonly expiresAt: string | null }[];
}

const TYPED = /^([+-]?)(\d{1,15})(?:[.,](\d{1,4}))?$/;

function placesOf(unit: string): number {
  if (unit.startsWith('points:')) return 0;
  return new Intl.NumberFormat('en', { style: 'currency', currency: unit }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** `150`, `−1 500,50`: in minor units, or null when it is no amount of this unit. */
export function parseAmount(typed: string, unit: string): bigint | null {
  const found = TYPED.exec(typed.replaceAll(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-'));
  if (found === null) return null;
  const [, sign, whole = '0', fraction = ''] = found;
  const places = placesOf(unit);
  if (fraction.length > places) return null;
  const minor = BigInt(whole + fraction.padEnd(places, '0'));
  return sign === '-' ? -minor : minor;
}

/** As the API takes it. */
export function amountToWire(unit: string, amount: bigint) {
  return unit.startsWith('points:')
    ? { points: amount.toString(), programId: unit.slice('points:'.length) }
    : { amountMinor: amount.toString(), currency: unit };
}
