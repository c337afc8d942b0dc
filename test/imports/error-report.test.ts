import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ErrorReport, errorReportPath } from '../../src/imports/error-report.ts';
import { type ImportProblem, type ImportReason, valueProblem } from '../../src/imports/import-problem.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sarafan-import-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true });
});

function problem(rowNumber: number, reason: ImportReason, value: string): ImportProblem {
  return { rowNumber, column: 'Сумма', value, ...valueProblem(reason, { currency: 'RUB', digits: '2' }) };
}

describe('ErrorReport', () => {
  it('names row, column and reason in the language of the owner', async () => {
    const path = errorReportPath(join(directory, 'orders.csv'));
    const report = new ErrorReport({ path, locale: 'ru', keptBytes: 0, isStaleThere: false });
    await report.write([
      problem(5, 'amount-too-many-decimals', '0.005'),
      problem(9, 'amount-not-a-number', 'x'),
      problem(9, 'amount-not-a-number', 'y'),
    ]);
    expect(await report.close()).toEqual({
      path,
      problemCount: 3,
      countByReason: new Map([
        ['amount-too-many-decimals', 1],
        ['amount-not-a-number', 2],
      ]),
    });
    expect(parse(await readFile(path, 'utf8'), { bom: true }).slice(0, 2)).toEqual([
      ['строка', 'столбец', 'причина', 'значение', 'код'],
      ['5', 'Сумма', 'Слишком много знаков после запятой: у RUB их 2', '0.005', 'amount-too-many-decimals'],
    ]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it.each(['=HYPERLINK("x")', '+7912', '-10', '@sum', '\t=1', '＝1+1'])('shields %j from being run as a formula', async (value) => {
    const path = join(directory, 'errors.csv');
    const report = new ErrorReport({ path, locale: 'en', keptBytes: 0, isStaleThere: false });
    await report.write([problem(2, 'amount-not-a-number', value)]);
    await report.close();
    expect(parse(await readFile(path, 'utf8'), { bom: true })[1]?.[3]).toBe(`'${value}`);
  });

  it('cuts long values between characters', async () => {
    const path = join(directory, 'errors.csv');
    const report = new ErrorReport({ path, locale: 'en', keptBytes: 0, isStaleThere: false });
    await report.write([problem(2, 'value-too-long', `x${'😀'.repeat(60)}`)]);
    await report.close();
    expect(parse(await readFile(path, 'utf8'), { bom: true })[1]?.[3]).toBe(`x${'😀'.repeat(49)}…`);
  });

  it('continues the report of an import that is resumed, cut to what was done', async () => {
    const path = join(directory, 'errors.csv');
    const first = new ErrorReport({ path, locale: 'en', keptBytes: 0, isStaleThere: false });
    await first.write([problem(2, 'amount-not-a-number', 'x')]);
    await first.flush();
    const keptBytes = first.byteCount;
    await first.write([problem(3, 'amount-not-a-number', 'not said to be done')]);
    await first.close();
    const second = new ErrorReport({ path, locale: 'en', keptBytes, isStaleThere: true });
    await second.write([problem(3, 'amount-not-a-number', 'y')]);
    await second.close();
    expect(parse(await readFile(path, 'utf8'), { bom: true }).map(([row, , , value]) => [row, value])).toEqual([
      ['row', 'value'],
      ['2', 'x'],
      ['3', 'y'],
    ]);
    expect((await stat(path)).size).toBe(second.byteCount);
  });

  it('leaves no file when there is nothing to say, not even that of an earlier import', async () => {
    const path = join(directory, 'errors.csv');
    await writeFile(path, 'earlier');
    const report = new ErrorReport({ path, locale: 'en', keptBytes: 0, isStaleThere: true });
    expect(await report.close()).toEqual({ path: null, problemCount: 0, countByReason: new Map() });
    await expect(stat(path)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
