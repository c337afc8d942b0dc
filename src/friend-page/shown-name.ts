import type { ShownAs } from './introduction.store.ts';

/** A name as its owner lets it be shown; null = not at all. `Марина Иванова` becomes `Марина И.` */
export function shownName(name: string | null, shownAs: ShownAs): string | null {
  const words = (name ?? '').trim().split(/\s+/u);
  const [first] = words;
  if (shownAs === 'none' || first === undefined || first === '') return null;
  if (shownAs === 'full') return words.join(' ');
  const last = words.length > 1 ? words.at(-1) : undefined;
  const [initial] = new Intl.Segmenter().segment(last ?? '');
  return initial === undefined ? first : `${first} ${initial.segment.toLocaleUpperCase('ru')}.`;
}
