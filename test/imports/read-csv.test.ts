import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assert } from '../../src/domain/result.ts';
import type { CsvRecord } from '../../src/imports/csv-records.ts';
import { type CsvFile, readCsv } from '../../src/imports/read-csv.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sarafan-import-'));
});
afterAll(async () => {
  await rm(directory, { recursive: true });
});

async function openFile(bytes: Buffer | string): Promise<CsvFile> {
  const path = join(directory, 'file.csv');
  await writeFile(path, bytes);
  const file = await readCsv(path);
  assert(file.ok, 'the file has a header');
  return file.value;
}

function streamOf(bytes: Buffer, chunkBytes: number): Readable {
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) chunks.push(bytes.subarray(at, at + chunkBytes));
  return Readable.from(chunks);
}

async function collect(records: AsyncIterable<CsvRecord>): Promise<CsvRecord[]> {
  const all: CsvRecord[] = [];
  for await (const record of records) all.push(record);
  return all;
}

const ENCODINGS = ['utf-8', 'utf-8-bom', 'windows-1251', 'utf-16le', 'utf-16be'] as const;

function encode(text: string, encoding: (typeof ENCODINGS)[number]): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text);
  if (encoding === 'utf-8-bom') return Buffer.from(`\ufeff${text}`);
  return iconv.encode(text, encoding, { addBOM: encoding !== 'windows-1251' });
}

const wordOf = fc.string({ unit: fc.constantFrom(...'abЖёю"; ,\t1\n'), maxLength: 10 });
const table = fc.array(fc.tuple(wordOf, wordOf, wordOf), { minLength: 1, maxLength: 30 });

describe('readCsv', () => {
  it('reads back what csv-stringify writes, in each encoding, delimiter and chunking', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.constantFrom(...ENCODINGS),
        fc.constantFrom(',', ';', '\t'),
        fc.integer({ min: 1, max: 64 }),
        async (rows, encoding, delimiter, chunkBytes) => {
          const header = ['Имя', 'Фамилия', 'Город'];
          const text = stringify([header, ...rows], { delimiter, record_delimiter: '\r\n', quoted_string: true });
          const bytes = encode(text, encoding);
          const file = await readCsv(streamOf(bytes, chunkBytes));
          assert(file.ok, 'the file has a header');
          expect(file.value.header).toEqual(header);
          const records = await collect(file.value.rows());
          expect(records.map((record) => (record.kind === 'row' ? record.cells : record))).toEqual(
            rows.filter((row) => row.join('').trim() !== ''),
          );
          expect(records.at(-1)?.nextByteOffset ?? bytes.length).toBeLessThanOrEqual(bytes.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('resumes behind any record as if it had never stopped', async () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'Ж', '"', ',', '\n', '\r\n', '\u0000'), maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom(...ENCODINGS), fc.nat(), async (text, encoding, stop) => {
        const file = await openFile(encode(`Имя,Город,b\nМосква,Ж,c\n${text}`, encoding));
        const all = await collect(file.rows());
        const index = stop % all.length;
        const last = all[index];
        assert(last !== undefined, 'the file has a row');
        const rest = await collect(file.rows({ rowNumber: last.rowNumber + 1, byteOffset: last.nextByteOffset }));
        // Blank rows carry no record, so the numbers behind one are told apart by their offset.
        expect(rest.map(({ byteOffset }) => byteOffset)).toEqual(all.slice(index + 1).map(({ byteOffset }) => byteOffset));
        if (all[index + 1]?.byteOffset === last.nextByteOffset) expect(rest).toEqual(all.slice(index + 1));
      }),
      { numRuns: 100 },
    );
  });

  it('shows the first records without reading the file twice', async () => {
    const file = await openFile(`a,b\n${'1,2\n'.repeat(1_500)}`);
    expect([file.preview.length, file.preview[0]]).toEqual([
      1_000,
      { kind: 'row', rowNumber: 2, byteOffset: 4, nextByteOffset: 8, cells: ['1', '2'] },
    ]);
  });

  it('knows windows-1251 by a name that comes only after a megabyte of digits', async () => {
    const head = Buffer.from(`id,name\n${'12345678,\n'.repeat(120_000)}`);
    const file = await openFile(Buffer.concat([head, iconv.encode('9,Марина\n', 'windows-1251')]));
    const records = await collect(file.rows());
    expect([file.format.encoding, records.at(-1)]).toMatchObject(['windows-1251', { cells: ['9', 'Марина'] }]);
  });

  it('gives up a line without an end after a megabyte and reads on behind it', async () => {
    const file = await openFile(`a,b\n1,${'x'.repeat(3_000_000)}\n2,y\n3,"${'z\n'.repeat(600_000)}`);
    const iterator = file.rows();
    const first = await iterator.next();
    const second = await iterator.next();
    const third = await iterator.next();
    await iterator.return(undefined);
    expect(first.value).toMatchObject({ kind: 'bad', rowNumber: 2, nextByteOffset: 3_000_007, problems: [{ reason: 'row-too-long' }] });
    expect(second.value).toMatchObject({ kind: 'row', rowNumber: 3, byteOffset: 3_000_007, cells: ['2', 'y'] });
    expect(third.value).toMatchObject({ kind: 'bad', rowNumber: 4, problems: [{ reason: 'quote-unbalanced', column: 'b' }] });
  });

  it('refuses a header it cannot read, with its reason', async () => {
    const file = await readCsv(Readable.from([Buffer.from('a,"b\n1,2\n')]));
    expect(file).toMatchObject({ ok: false, error: { rowNumber: 1, reason: 'quote-unbalanced' } });
  });

  it('never throws for what a file holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        const file = await readCsv(Readable.from([Buffer.from(bytes)]));
        if (file.ok) await collect(file.value.rows());
      }),
      { numRuns: 300 },
    );
  });

  it('throws what the file system says about a file that is not there', async () => {
    await expect(readCsv(join(directory, 'missing.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
