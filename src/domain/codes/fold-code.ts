import { OBSCENE_ROOTS, OBSCENE_WORDS, RESERVED_WORDS } from './blocked-codes.ts';

const LATIN_BY_LOOKALIKE: ReadonlyMap<string, string> = new Map([
  ['А', 'A'],
  ['В', 'B'],
  ['Е', 'E'],
  ['Ё', 'E'],
  ['К', 'K'],
  ['М', 'M'],
  ['Н', 'H'],
  ['О', 'O'],
  ['Р', 'P'],
  ['С', 'C'],
  ['Т', 'T'],
  ['У', 'Y'],
  ['Х', 'X'],
  ['І', 'I'],
  ['0', 'O'],
  ['1', 'I'],
]);

const LOOKALIKE = /[АВЕЁКМНОРСТУХІ01]/g;
const NOT_ASCII = /[^\0-\x7f]/;
const VANITY = /^(?!-)(?:[0-9-]|(?=\p{L})[\p{Script=Latin}\p{Script=Cyrillic}]){3,32}(?<!-)$/u;

/**
 * The form in which codes are compared and are unique in a tenant (contract section 2): NFKC, upper case, Cyrillic
 * look-alikes to Latin, 0 to O, 1 to I, nothing else. Folding a folded code changes nothing.
 */
export function foldCode(text: string): string {
  if (!NOT_ASCII.test(text)) return replaceLookalikes(text.toUpperCase());
  // Upper case and the Latin letters may both meet a following accent, so the composed form is taken again after each.
  return replaceLookalikes(text.normalize('NFKC').toUpperCase().normalize('NFKC')).normalize('NFKC');
}

/** Whether a member may choose this as a code: 3–32 Latin or Cyrillic letters, digits and inner hyphens. */
export function isVanityCode(text: string): boolean {
  return VANITY.test(text.normalize('NFC'));
}

/** Whether a folded code is obscene or poses as the shop or the service. Hyphens do not hide a word. */
export function isBlockedCode(folded: string): boolean {
  blockedForms ??= compileBlockedForms();
  const joined = folded.replaceAll('-', '');
  return blockedForms.words.has(joined) || blockedForms.roots.test(joined);
}

interface BlockedForms {
  readonly words: ReadonlySet<string>;
  readonly roots: RegExp;
}

let blockedForms: BlockedForms | undefined;

function compileBlockedForms(): BlockedForms {
  return {
    words: new Set(foldWords(RESERVED_WORDS + OBSCENE_WORDS)),
    roots: new RegExp(foldWords(OBSCENE_ROOTS).join('|')),
  };
}

function foldWords(text: string): string[] {
  return text.trim().split(/\s+/).map(foldCode);
}

function replaceLookalikes(upper: string): string {
  return upper.replace(LOOKALIKE, (letter) => LATIN_BY_LOOKALIKE.get(letter) ?? letter);
}
