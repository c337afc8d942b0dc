/**
 * A name as it is compared when a friend answers "who recommended you?": NFC, one space between words, lower case,
 * ё as е. Folding a folded name changes nothing.
 */
export function foldName(text: string): string {
  const lower = text.normalize('NFC').toLowerCase();
  // Taken apart first: a second diaeresis would otherwise slide onto the freed е and be one more ё.
  const withoutYo = lower.normalize('NFD').replace(/е\p{M}+/gu, (letter) => letter.replaceAll('\u0308', ''));
  return withoutYo.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
