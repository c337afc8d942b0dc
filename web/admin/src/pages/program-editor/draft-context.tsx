import i18next from 'i18next';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { freeId } from '../../document/list-items.ts';
import { isList, isRecord, type Json, valueAt } from '../../document/pointer.ts';
import type { Advice, LocalizedText, Texts } from '../../document/program-api.ts';
import { locale } from '../../i18n.ts';
import { NO_MONEY } from './shape-conditions.ts';

export interface Problem {
  readonly path: string;
  readonly text: LocalizedText;
}

/** What every field of the form needs to know. */
export interface DraftDesk {
  readonly document: Json;
  readonly set: (path: string, value: Json) => void;
  readonly problems: readonly Problem[];
  readonly advice: readonly Advice[];
  readonly texts: Texts | undefined;
  readonly currency: string;
  readonly opened: ReadonlySet<string>;
  readonly toggle: (path: string) => void;
  /** After a list was put in another order: what was open stays open (document/list-items.ts). */
  readonly relocate: (listPath: string, places: readonly number[]) => void;
}

const DeskContext = createContext<DraftDesk | null>(null);
export const DeskProvider = DeskContext.Provider;

export function useDesk(): DraftDesk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('a field stands inside the editor');
  return desk;
}

/** One place of the document: its value, how to change it, and what is wrong with it. */
export function usePlace(path: string) {
  const { document, set, problems, advice } = useDesk();
  const language = locale();
  return {
    value: valueAt(document, path),
    set: (value: Json) => set(path, value),
    error: problems.find((problem) => problem.path === path)?.text[language],
    /** Of the place or of what is inside a value that is one field. */
    errorInside: problems.find((problem) => problem.path === path || problem.path.startsWith(`${path}/`))?.text[language],
    advice: advice.find(({ where }) => where.path === path),
  };
}

/** Labels and hints of a field by its name; a hint is optional. */
export function useWords() {
  const { t, i18n } = useTranslation();
  return {
    t,
    label: (name: string) => t(`shape.${name}`),
    /** Of a place in the document: a field by its name, an id of the owner's as it is. */
    step: (name: string) => (i18n.exists(`shape.${name}`) ? t(`shape.${name}`) : name),
    hint: (name: string) => (i18n.exists(`shapeHint.${name}`) ? t(`shapeHint.${name}`) : undefined),
    value: (name: string) => t(`shapeValue.${name.replaceAll('.', '_')}`),
  };
}

/** A fresh value for a field: money gets the currency of the document, ids get a number nobody has, names their first words. */
export function freshValue(blank: Json, currency: string, taken: readonly string[] = []): Json {
  if (blank === NO_MONEY) return { amountMinor: '0', currency };
  if (isList(blank)) return blank.map((item) => freshValue(item, currency));
  if (!isRecord(blank)) return blank;
  const { textKey } = blank;
  if (typeof textKey === 'string') return named(textKey);
  return Object.fromEntries(
    Object.entries(blank).map(([name, value]) => [
      name,
      name === 'id' && typeof value === 'string' ? freeId(value, taken) : freshValue(value, currency),
    ]),
  );
}

/** A text in both languages; with `name`, about what is called so in each. */
export function named(textKey: string, name: Readonly<Record<string, Json>> = {}): LocalizedText {
  const inLanguage = (lng: 'ru' | 'en') => i18next.t(textKey, { lng, name: String(name[lng] ?? '') });
  return { ru: inLanguage('ru'), en: inLanguage('en') };
}

/** Every id of its kind in the document. */
export function idsOf(document: Json, of: 'perks' | 'rules' | 'tiers'): readonly { readonly id: string; readonly name: string }[] {
  const items = valueAt(document, `/${of}`);
  if (!isList(items)) return [];
  return items.filter(isRecord).map((item) => {
    const id = String(item['id'] ?? '');
    const name = isRecord(item['name']) ? String(item['name'][locale()] ?? id) : id;
    return { id, name };
  });
}
