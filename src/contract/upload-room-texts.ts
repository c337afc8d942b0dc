import type { LocalizedText } from '../domain/program/document.ts';

const MEGABYTE = 1_048_576n;

/** How much room there is, in words: `Занято 950 МБ из 1024 МБ.` */
export function roomText({ usedBytes, maxBytes }: { readonly usedBytes: bigint; readonly maxBytes: bigint }): LocalizedText {
  const used = (usedBytes + MEGABYTE - 1n) / MEGABYTE;
  const max = maxBytes / MEGABYTE;
  return {
    ru: `Занято ${used} МБ из ${max} МБ. Место освобождается, когда файл загружен или удалён.`,
    en: `${used} MB of ${max} MB are taken. Room is freed when a file is imported or removed.`,
  };
}
