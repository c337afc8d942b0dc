/** Fields of the audit log as people call them. One without a word of its own keeps its name in the API. */
import i18next from 'i18next';
import { formatDate, formatMoney, formatUnit } from '../../money.ts';
import { formatPercent } from '../../percent.ts';

export type Scalar = string | number | boolean | null;
export type State = Readonly<Record<string, Scalar>>;

export interface AuditRow {
  readonly name: string;
  readonly was: string;
  readonly is: string;
}

const EMPTY = '—';
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;
const WHOLE = /^-?\d+$/;
const BALANCE = /\.?(?:available|held|reserved|debt)$/;
const MONEY = /\.?amountMinor$/;
const RATE = /\.?basisPoints$/i;
/** What a balance is made of: its sums tell it. */
const LOT = /(?:^|\.)lots\./;

/** What was and what is, an amount and its unit as one, without lots and the number of an event; without what is empty on both sides, which tells nothing. */
export function rowsOf(before: State | null, after: State | null): readonly AuditRow[] {
  const paths = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const units = new Set(paths.flatMap((path) => [before, after].flatMap((state) => unitPath(path, state) ?? [])));
  return paths
    .filter((path) => !LOT.test(path) && !units.has(path) && !(path === 'id' && paths.includes('type')))
    .map((path) => ({ name: nameOf(path, [before, after]), was: fieldValue(path, before), is: fieldValue(path, after) }))
    .filter(({ was, is }) => was !== EMPTY || is !== EMPTY);
}

/** Entries of an earlier time kept no unit of an amount that has changed: then it is said how the number is meant. */
function nameOf(path: string, states: readonly (State | null)[]): string {
  const name = fieldName(path);
  const isBare = (BALANCE.test(path) || MONEY.test(path)) && states.every((state) => unitPath(path, state) === null);
  return isBare ? i18next.t('settings.audit.inMinor', { name }) : name;
}

/** `balances.0.available` → “Balances 1 · Available”. */
function fieldName(path: string): string {
  const words: string[] = [];
  for (const part of (path.replace(MONEY, '').replace(/\.basisPoints$/, '') || 'amount').split('.')) {
    const last = words.at(-1);
    if (/^\d+$/.test(part) && last !== undefined) words[words.length - 1] = `${last} ${Number(part) + 1}`;
    else words.push(i18next.exists(`settings.audit.fields.${part}`) ? i18next.t(`settings.audit.fields.${part}`) : part);
  }
  return words.join(' · ');
}

function fieldValue(path: string, state: State | null): string {
  const value = state?.[path];
  if (value === undefined || value === null || value === '') return EMPTY;
  if (typeof value === 'boolean') return i18next.t(value ? 'settings.audit.yes' : 'settings.audit.no');
  if (RATE.test(path) && WHOLE.test(String(value))) return formatPercent(Number(value));
  const unit = unitPath(path, state);
  if (unit !== null && WHOLE.test(String(value))) return amountIn(String(state?.[unit]), String(value), path);
  if (typeof value === 'string' && INSTANT.test(value)) return formatDate(value);
  const word = `settings.audit.values.${String(value).replaceAll('.', '_')}`;
  return typeof value === 'string' && i18next.exists(word) ? i18next.t(word) : String(value);
}

function amountIn(unit: string, amount: string, path: string): string {
  return BALANCE.test(path) ? formatUnit(unit, amount) : formatMoney({ amountMinor: amount, currency: unit });
}

/** Where the unit of an amount stands; null for what is no amount, and where it was not kept. */
function unitPath(path: string, state: State | null): string | null {
  const end = BALANCE.test(path) ? 'unit' : MONEY.test(path) ? 'currency' : null;
  const unit = end === null ? null : path.replace(/[^.]+$/, end);
  return unit !== null && typeof state?.[unit] === 'string' ? unit : null;
}
