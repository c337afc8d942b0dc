/** Controls other than tab and line ends; NUL among them. */
const FORBIDDEN_CONTROL = /[^\P{Cc}\t\n\r]/u;
/** What spreadsheets treat as the start of a formula, half and full width: exports put an apostrophe before it. */
const ESCAPED_FORMULA = /^'+[=+\-@\t\r＝＋－＠]/u;
/** Excel's way to keep leading zeros: `="00123"`. */
const FORMULA_TEXT = /^="([^"]*)"$/u;
/** How programs write "no value". 1C's empty date is the first day of the first year. */
const NO_VALUE =
  /^(?:[-–—]|null|n\/a|#n\/a|#н\/д|01\.01\.0001(?: 0?0:00(?::00)?)?|0001-01-01(?:[t ]00:00(?::00)?)?|0000-00-00(?: 00:00:00)?)$/iu;

/**
 * The value in a cell: without the apostrophe or `="…"` that shield it from a spreadsheet, NFC, spaces and line ends
 * collapsed; null for an empty cell. `forbidden` = it holds control characters.
 */
export function cleanCell(cell: string): { readonly text: string | null; readonly isForbidden: boolean } {
  if (cell === '') return { text: null, isForbidden: false };
  const unescaped = ESCAPED_FORMULA.test(cell) ? cell.slice(1) : (FORMULA_TEXT.exec(cell)?.[1] ?? cell);
  if (FORBIDDEN_CONTROL.test(unescaped)) return { text: null, isForbidden: true };
  const text = unescaped.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return { text: text === '' || NO_VALUE.test(text) ? null : text, isForbidden: false };
}
