/** Fields of the audit log as people call them. One without a word of its own keeps its name in the API. */
import i18next from 'i18next';
import { formatDate } from '../../money.ts';

export type Scalar = string | number | boolean | null;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;

/** `balances.0.available` → “Balances, 1: Available”. */
export function fieldName(path: string): string {
  const words: string[] = [];
  for (const part of path.split('.')) {
    const last = words.at(-1);
    if (/^\d+$/.test(part) && last !== undefined) words[words.length - 1] = `${last} ${Number(part) + 1}`;
    else words.push(i18next.exists(`settings.audit.fields.${part}`) ? i18next.t(`settings.audit.fields.${part}`) : part);
  }
  return words.join(' · ');
}

export function fieldValue(value: Scalar | undefined): string {
  if (value === undefined || value === null || value === '') return '—';
  if (typeof value === 'boolean') return i18next.t(value ? 'settings.audit.yes' : 'settings.audit.no');
  if (typeof value === 'string' && INSTANT.test(value)) return formatDate(value);
  if (typeof value === 'string' && i18next.exists(`settings.audit.values.${value}`)) return i18next.t(`settings.audit.values.${value}`);
  return String(value);
}
