import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvDelimiter, type RecordSyntax, type ScannedRecord, scanRecord } from './split-records.ts';

const COMMA: RecordSyntax = { delimiter: ',', newline: '\n', maxRecordLength: 1_000 };

function scanAll(text: string, syntax: RecordSyntax = COMMA): ScannedRecord[] {
  const records: ScannedRecord[] = [];
  let start = 0;
  while (start < text.length) {
    const record = scanRecord({ text, start, isLast: true }, syntax);
    records.push(record);
    if (record.kind === 'incomplete' || record.end === null) break;
    start = record.end;
  }
  return records;
}

function cellsOf(text: string, syntax: RecordSyntax = COMMA): Array<readonly string[] | string> {
  return scanAll(text, syntax).map((record) => (record.kind === 'record' ? record.cells : record.kind));
}

describe('scanRecord', () => {
  it('ends records at LF, CRLF and the end of the text', () => {
    expect(cellsOf('a,b\nc,d\r\ne,')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', ''],
    ]);
    expect(cellsOf('a,b\rc,d\r', { ...COMMA, newline: '\r' })).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('reads quoted cells with delimiters, quotes and lines in them', () => {
    expect(cellsOf('"a,b","c""d",""\n"e\r\nf","g" ,h\r\n')).toEqual([
      ['a,b', 'c"d', ''],
      ['e\r\nf', 'g', 'h'],
    ]);
  });

  it('takes a quote inside a bare cell for text', () => {
    expect(cellsOf('ООО "Ромашка",5" диск\n')).toEqual([['ООО "Ромашка"', '5" диск']]);
  });

  it('loses one line to a quote that is never closed, and none of the lines behind it', () => {
    expect(cellsOf('1,"x\n2,y\n3,"z"\n')).toEqual(['unbalanced', ['2', 'y'], ['3', 'z']]);
    expect(cellsOf('1,"x" y\n2,y\n')).toEqual(['unbalanced', ['2', 'y']]);
    expect(scanAll('1,"x\n')).toEqual([{ kind: 'unbalanced', end: 5, column: 1 }]);
  });

  it('waits for more while a record may go on, and not beyond the limit', () => {
    const scan = (text: string): string => scanRecord({ text, start: 0, isLast: false }, COMMA).kind;
    expect(['a,b', 'a,"b\n', 'a,"b"', 'a,"b"\r', 'a,"b"\n'].map(scan)).toEqual([
      'incomplete',
      'incomplete',
      'incomplete',
      'incomplete',
      'record',
    ]);
    expect([scan('x'.repeat(1_001)), scan(`"${'x\n'.repeat(600)}`)]).toEqual(['too-long', 'unbalanced']);
  });

  it('reads what csv-stringify writes, as csv-parse reads it', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', ' ', '\n', '\r'), maxLength: 8 }),
    );
    const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });
    const delimiters = fc.constantFrom<CsvDelimiter[]>(',', ';', '\t');
    fc.assert(
      fc.property(rows, delimiters, fc.constantFrom('\n', '\r\n'), (written, delimiter, recordDelimiter) => {
        const text = stringify(written, { delimiter, record_delimiter: recordDelimiter, quoted_string: true });
        expect(cellsOf(text, { ...COMMA, delimiter, maxRecordLength: 100_000 })).toEqual(written);
        expect(parse(text, { delimiter, record_delimiter: recordDelimiter })).toEqual(written);
      }),
    );
  });

  it('always moves on, whatever the text', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' '), maxLength: 60 });
    fc.assert(
      fc.property(texts, (text) => {
        const records = scanAll(text);
        const ends = records.map((record) => (record.kind === 'incomplete' ? null : record.end));
        expect(ends.every((end, index) => end !== null && end > (ends[index - 1] ?? 0) - (index === 0 ? 1 : 0))).toBe(true);
        expect(ends.at(-1) ?? 0).toBe(text.length);
      }),
    );
  });
});
