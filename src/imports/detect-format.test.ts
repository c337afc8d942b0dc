import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectLayout, findByteOrderMark, guessEncoding, isForeignFile } from './detect-format.ts';

function delimiterOf(sample: string): string {
  return detectLayout(sample, { delimiter: null, maxRecordLength: 1_000 }).delimiter;
}

describe('guessEncoding', () => {
  it('knows UTF-8 from windows-1251 by the lines that leave ASCII', () => {
    expect([
      guessEncoding(Buffer.from('id\n1\n')),
      guessEncoding(Buffer.from('id\nМарина\n')),
      guessEncoding(iconv.encode('id\nМарина\n', 'windows-1251')),
    ]).toEqual(['utf-8', 'utf-8', 'windows-1251']);
  });

  it('is not misled by one spoilt line, nor by a sample that ends inside a character', () => {
    const spoilt = Buffer.concat([Buffer.from('Марина\n'), Buffer.from([0xff, 0x0a]), Buffer.from('Пётр\n')]);
    const cut = Buffer.from('Марина');
    expect([guessEncoding(spoilt), guessEncoding(cut.subarray(0, cut.length - 1))]).toEqual(['utf-8', 'utf-8']);
  });
});

describe('detectLayout', () => {
  it.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b;c\n1,5;2;3\n', ';'],
    ['a\tb\n1,5\t2;\n', '\t'],
    ['Сумма, руб;Дата\n"1,5";2026-11-20\n', ';'],
    ['"a;b",c,d\n"1;1",2,3\n', ','],
    ['"a";"b"\n",,",;\n', ';'],
    ['a b\n1\n', ','],
  ])('finds the delimiter of %j', (sample, delimiter) => {
    expect(delimiterOf(sample)).toBe(delimiter);
  });

  it("believes Excel's hint line, and the owner more", () => {
    expect(detectLayout('sep=;\r\na,b;c\r\n', { delimiter: null, maxRecordLength: 100 })).toEqual({
      delimiter: ';',
      newline: '\n',
      hintLength: 7,
    });
    expect(detectLayout('sep=;\na,b;c\n', { delimiter: ',', maxRecordLength: 100 })).toMatchObject({ delimiter: ',', hintLength: 6 });
  });
});

it('tells byte order marks by their first bytes', () => {
  expect([findByteOrderMark(Buffer.from('\ufeffa')), findByteOrderMark(Buffer.from('a'))]).toEqual([
    { encoding: 'utf-8', byteLength: 3 },
    null,
  ]);
});

describe('isForeignFile', () => {
  it.each([
    ['an .xlsx', 'PK\u0003\u0004', true],
    ['an old .xls', '\u00d0\u00cf\u0011\u00e0', true],
    ['a PDF', '%PDF-1.4\n', true],
    ['a picture', '\u0089PNG\r\n', true],
    ['a web page named .xls', '\u00ef\u00bb\u00bf <!DOCTYPE html><table>', true],
    ['a table named .xls', '<table border="1"><tr>', true],
    ['XML', '<?xml version="1.0"?>', true],
    ['JSON', '[\n  {"id": 1}', true],
    ['JSON of one order', '{"id": 1}', true],
    ['a CSV that begins like a zip', 'PK,1\n', false],
    ['a CSV whose header stands in brackets', '[id],[date]\n', false],
    ['a CSV with a sign first', '<5;>5\n', false],
    ['nothing', '', false],
  ])('tells %s', (_what, head, isForeign) => {
    expect(isForeignFile(Buffer.from(head, 'latin1'))).toBe(isForeign);
  });
});
