/** What is kept of a list that is taken along: whatever becomes of the download, the rows that left are known (review M12). */
import { expect, it } from 'vitest';
import { noteExport } from '../../src/exports/note-export.ts';
import { textCell } from '../../src/exports/table-cell.ts';
import type { TableSource } from '../../src/exports/table-list.ts';
import { writeCsv } from '../../src/exports/write-table.ts';
import { listAudit } from '../../src/staff/audit.store.ts';
import { openApi } from '../support/api.ts';

/** Three pages of two rows. */
const source: TableSource = {
  headers: ['n'],
  page: async ({ after }) => {
    const page = Number(after?.[0] ?? '0');
    return { rows: [[textCell(`${page}-a`)], [textCell(`${page}-b`)]], next: page === 2 ? null : [String(page + 1)] };
  },
};

async function takeRows(pieces: number) {
  const { test, clock, business } = await openApi();
  const db = test.database.kysely;
  const { tenantId } = business;
  const caller = {
    tenantId,
    slug: 'shop',
    hashKey: Buffer.alloc(0),
    keyId: 'bi',
    kind: 'secret',
    source: 'api',
    scopes: ['read'],
  } as const;
  const noted = noteExport({ db, clock }, { caller }, { source, fileName: 'codes.csv', filter: { status: 'active' } });
  const download = noted.untilCutOff(writeCsv(noted.source));
  for (let taken = 0; taken < pieces; taken += 1) if ((await download.next()).done === true) break;
  await download.return(undefined);
  const entries = await listAudit(db, tenantId, { before: null, limit: 10 });
  return entries.toReversed().map(({ act, actor, subject, after }) => [act, actor, subject, JSON.parse(after ?? 'null')]);
}

it('a list taken whole: that it was begun before its first row left, and all its rows before the last did', async () => {
  expect(await takeRows(100)).toEqual([
    ['export-started', 'key:bi', 'codes.csv', { status: 'active' }],
    ['exported', 'key:bi', 'codes.csv', { status: 'active', rows: 6 }],
  ]);
});

it('a download that was cut off: how many rows had been read for it', async () => {
  expect(await takeRows(2)).toEqual([
    ['export-started', 'key:bi', 'codes.csv', { status: 'active' }],
    ['export-cut-off', 'key:bi', 'codes.csv', { status: 'active', rows: 2 }],
  ]);
});
