import { describe, expect, it } from 'vitest';
import { cleanCell } from '../imports/clean-cell.ts';
import { guarded, moneyCell, textCell, unitCells } from './table-cell.ts';

describe('a cell of an export', () => {
  it.each(['=HYPERLINK("http://x")', '+79120000001', '-1+2', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠x', "'=1", "''=1"])(
    'is run by no spreadsheet, and read back as it was: %s',
    (text) => {
      const written = guarded(textCell(text));
      expect(written).toBe(`'${text}`);
      expect(cleanCell(written).text).toBe(text.normalize('NFC'));
    },
  );

  it.each(['Мария', "O'Neil", '7=8', "'quoted'", 'a@b.example'])('is left as it is when nothing would run it: %s', (text) => {
    expect(guarded(textCell(text))).toBe(text);
    expect(cleanCell(text).text).toBe(text);
  });

  it('is guarded behind a tab and a carriage return too', () => {
    expect(guarded(textCell('\t=1'))).toBe("'\t=1");
    expect(guarded(textCell('\r=1'))).toBe("'\r=1");
  });

  it('stays a number when it is an amount below zero, and exact above 2^53', () => {
    expect(guarded(moneyCell(-123_450n, 'RUB'))).toBe('-1234.50');
    expect(guarded(moneyCell(-5n, 'RUB'))).toBe('-0.05');
    expect(guarded(moneyCell(90_071_992_547_409_931n, 'RUB'))).toBe('900719925474099.31');
    expect(guarded(moneyCell(7n, 'JPY'))).toBe('7');
    expect(unitCells('points:x', -12n).map(guarded)).toEqual(['-12', 'points']);
  });
});
