import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectLayout, findByteOrderMark, guessEncoding, isWorkbook } from './detect-format.ts';

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

it('tells byte order marks and workbooks by their first bytes', () => {
  expect([findByteOrderMark(Buffer.from('\ufeffa')), findByteOrderMark(Buffer.from('a'))]).toEqual([
    { encoding: 'utf-8', byteLength: 3 },
    null,
  ]);
  expect([isWorkbook(Buffer.from('PK\u0003\u0004')), isWorkbook(Buffer.from('PK,1'))]).toEqual([true, false]);
});
