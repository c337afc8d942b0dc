import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { assertNever } from '../../src/domain/result.ts';
import type { CustomerRow } from '../../src/imports/customer-row.ts';
import { CUSTOMER_COLUMNS, ORDER_COLUMNS, REFUND_COLUMNS } from '../../src/imports/header-names.ts';
import { explainProblem, type ImportProblem } from '../../src/imports/import-problem.ts';
import type { ImportSettings } from '../../src/imports/import-settings.ts';
import { type HeaderMap, mapHeaders } from '../../src/imports/map-headers.ts';
import type { ImportedOrder } from '../../src/imports/order-group.ts';
import { type CsvFile, readCsv } from '../../src/imports/read-csv.ts';
import { readCustomers, readOrders, readRefunds, sniffFileDecimalMark } from '../../src/imports/read-rows.ts';
import type { RefundRow } from '../../src/imports/refund-row.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/imports/', import.meta.url));
const NOW = new Date('2026-11-22T09:00:00Z');

/** One file of the corpus and what must come of it; only the fields named are compared. */
const corpusEntry = z.strictObject({
  file: z.string(),
  says: z.string(),
  kind: z.enum(['orders', 'customers', 'refunds']),
  options: z
    .strictObject({ mapping: z.string(), timeZone: z.string(), dateOrder: z.enum(['dmy', 'mdy']), currency: z.string() })
    .partial()
    .default({}),
  format: z.tuple([z.string(), z.string()]).optional(),
  fileProblem: z.string().optional(),
  headerProblems: z.array(z.string()).optional(),
  good: z.array(z.record(z.string(), z.unknown())).optional(),
  problems: z.array(z.tuple([z.number(), z.string().nullable(), z.string()])).optional(),
});
type CorpusEntry = z.infer<typeof corpusEntry>;

const corpus = z.array(corpusEntry).parse(JSON.parse(readFileSync(`${FIXTURES}expected.json`, 'utf8')));

describe('the corpus of shop files (reliability 5.6)', () => {
  it.each(corpus)('$file: $says', async (entry) => {
    const file = await readCsv(`${FIXTURES}${entry.file}`);
    if (!file.ok) {
      expect([file.error.reason]).toEqual([entry.fileProblem]);
      return;
    }
    expect(entry.fileProblem).toBeUndefined();
    if (entry.format !== undefined) expect([file.value.format.encoding, file.value.format.delimiter]).toEqual(entry.format);
    const outcome = await importFile(file.value, entry);
    if (outcome.headerProblems.length > 0) {
      expect(outcome.headerProblems.map(({ reason }) => reason)).toEqual(entry.headerProblems);
      return;
    }
    expect(outcome.good.map((row, index) => pick(row, entry.good?.[index]))).toEqual(entry.good);
    expect(outcome.problems.map(({ rowNumber, column, reason }) => [rowNumber, column, reason])).toEqual(entry.problems);
    for (const problem of outcome.problems) {
      expect(explainProblem(problem, 'ru')).not.toMatch(/\{|^$/);
      expect(explainProblem(problem, 'en')).not.toMatch(/\{|^$/);
    }
  });
});

interface FileOutcome {
  readonly headerProblems: readonly ImportProblem[];
  readonly good: Record<string, unknown>[];
  readonly problems: ImportProblem[];
}

async function importFile(file: CsvFile, entry: CorpusEntry): Promise<FileOutcome> {
  const outcome = { headerProblems: [], good: [] as Record<string, unknown>[], problems: [] as ImportProblem[] };
  const mapping = entry.options.mapping ?? '';
  switch (entry.kind) {
    case 'orders': {
      const map = mapHeaders(file.header, { columns: ORDER_COLUMNS, mapping });
      if (!map.ok) return { ...outcome, headerProblems: map.error };
      for await (const one of readOrders(file, { map: map.value, settings: settingsOf(file, map.value, entry) })) {
        if (one.kind === 'bad') outcome.problems.push(...one.problems);
        else outcome.good.push(one.kind === 'order' ? describeOrder(one.order) : describeRefund(one.refund));
      }
      return outcome;
    }
    case 'customers': {
      const map = mapHeaders(file.header, { columns: CUSTOMER_COLUMNS, mapping });
      if (!map.ok) return { ...outcome, headerProblems: map.error };
      for await (const one of readCustomers(file, { map: map.value, settings: settingsOf(file, map.value, entry) })) {
        if (one.kind === 'bad') outcome.problems.push(...one.problems);
        else outcome.good.push(describeCustomer(one.row));
      }
      return outcome;
    }
    case 'refunds': {
      const map = mapHeaders(file.header, { columns: REFUND_COLUMNS, mapping });
      if (!map.ok) return { ...outcome, headerProblems: map.error };
      for await (const one of readRefunds(file, { map: map.value, settings: settingsOf(file, map.value, entry) })) {
        if (one.kind === 'bad') outcome.problems.push(...one.problems);
        else outcome.good.push(describeRefund(one.row));
      }
      return outcome;
    }
    default:
      return assertNever(entry.kind);
  }
}

function settingsOf<C extends string>(file: CsvFile, map: HeaderMap<C>, { options }: CorpusEntry): ImportSettings {
  return {
    currency: options.currency ?? null,
    timeZone: options.timeZone ?? 'UTC',
    dateOrder: options.dateOrder ?? 'dmy',
    decimalMark: sniffFileDecimalMark(file, { map, columns: [...map.keys()].filter((column) => /total|Balance$/i.test(column)) }),
    now: NOW,
  };
}

function describeOrder(order: ImportedOrder): Record<string, unknown> {
  return {
    orderId: order.orderId,
    row: order.firstRow,
    total: String(order.total.amountMinor),
    currency: order.total.currency,
    at: order.occurredAt.toISOString(),
    phone: order.customer.phone,
    name: order.customer.name,
    status: order.status,
    refunded: order.refunded === null ? null : String(order.refunded.amountMinor),
    lines: order.lines.map((line) => [line.sku, line.quantity, String(line.total.amountMinor)]),
  };
}

function describeRefund(refund: RefundRow): Record<string, unknown> {
  const total = refund.amount === null ? null : String(refund.amount.amountMinor);
  return { row: refund.rowNumber, refundId: refund.refundId, refundOf: refund.orderId, total, currency: refund.amount?.currency };
}

function describeCustomer(row: CustomerRow): Record<string, unknown> {
  return {
    row: row.rowNumber,
    externalId: row.externalId,
    email: row.email,
    phone: row.phone,
    name: row.name,
    code: row.code,
    balance: row.openingBalance === null ? null : String(row.openingBalance.amountMinor),
    expiresAt: row.openingBalanceExpiresAt?.toISOString() ?? null,
    points: row.openingPoints === null ? null : String(row.openingPoints),
    consents: row.consents.map((one) => [one.purpose, one.givenAt.toISOString(), one.textVersion, one.proof]),
  };
}

function pick(actual: Record<string, unknown>, expected: Record<string, unknown> | undefined): Record<string, unknown> {
  if (expected === undefined) return actual;
  return Object.fromEntries(Object.keys(expected).map((key) => [key, actual[key]]));
}
