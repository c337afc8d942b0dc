/** The guide lists every check, and no text of ours promises growth that nobody has shown (0-07, 0-24). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/domain/program/lint/advice.ts';
import { severityOf } from '../../src/domain/program/lint/lint-program.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const filesBelow = (folder: string, ending: RegExp): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true })
    .map((path) => `${folder}/${String(path)}`)
    .filter((path) => ending.test(path) && !path.endsWith('.test.ts'));

const WORDS = {
  en: { error: 'error', warning: 'warning', note: 'note', override: 'error, a reason overrides it' },
  ru: { error: 'ошибка', warning: 'предупреждение', note: 'заметка', override: 'ошибка, снимается причиной' },
} as const;

describe('the guide of advice', () => {
  it.each(['ru', 'en'] as const)('lists every check with its severity, in the order of the advice: %s', (language) => {
    const rows = [...read(`docs/guide/${language}/advice.md`).matchAll(/^\| `([a-z-]+)` *\| ([^|]+?) *\| ([^|]+?) *\|$/gm)];
    const words = WORDS[language];
    expect(rows.map(([, check, severity]) => [check, severity])).toEqual(
      CHECKS.map((check) => {
        const { severity, canOverride } = severityOf(check);
        return [check, canOverride ? words.override : words[severity]];
      }),
    );
    expect(read(`docs/guide/${language}/advice.md`)).toContain(String(CHECKS.length));
  });
});

/** A percentage or a multiple next to a word of growth, in either order, within one phrase. */
const GROWTH =
  /(?:\d[\d.,]*\s?%|в \d+ раза? |\b\d+ times )[^.;\n'"`|]{0,40}(?:вырас|рост[а-я]* (?:продаж|заказ|выруч)|прирост|больше (?:продаж|заказов|клиентов|выручки)|grow|uplift|boost|more (?:sales|orders|revenue|customers))|(?:вырас|увелич|поднимет|прирост|grow|increase|boost|uplift|more (?:sales|orders|revenue|customers))[^.;\n'"`|]{0,40}(?:\d[\d.,]*\s?%|в \d+ раза?|\b\d+ times)/iu;

describe('our texts', () => {
  it.each([
    'Продажи вырастут на 35 %',
    'orders grow by 20%',
    '+35 % больше заказов',
    'boost revenue by 12.5 %',
    'получите в 3 раза больше клиентов',
  ])('would be caught promising: %s', (promise) => {
    expect(promise).toMatch(GROWTH);
  });

  it('promise no growth in percent anywhere', () => {
    const files = ['README.md', ...filesBelow('src', /\.ts$/), ...filesBelow('docs/guide', /\.md$/)];
    const promises = files.flatMap((path) =>
      read(path)
        .split('\n')
        .filter((line) => GROWTH.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
    expect(promises).toEqual([]);
  });
});
