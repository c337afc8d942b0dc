import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Locale = 'ru' | 'en';
const KEPT = 'sarafan.locale';

type Texts = Readonly<Record<string, object>>;
/** One file for each room of the console, named alike in both languages; its top keys are its own. The frame's comes with the first load. */
const files = import.meta.glob<Texts>('./texts/*/console.json', { eager: true, import: 'default' });
/** Those of the pages come with the pages. */
const lateFiles = import.meta.glob<Texts>(['./texts/*/*.json', '!./texts/*/console.json'], { import: 'default' });

const LANGUAGES = ['ru', 'en'] as const;

export async function startTexts(): Promise<void> {
  const textsOf = (language: Locale): Texts => files[`./texts/${language}/console.json`] ?? {};
  await i18next.use(initReactI18next).init({
    resources: { ru: { translation: textsOf('ru') }, en: { translation: textsOf('en') } },
    lng: firstLocale(),
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = locale();
}

/** The texts of these rooms in both languages, so that changing the language changes the page at once. */
async function loadTexts(rooms: readonly string[]): Promise<void> {
  const all = rooms.flatMap((room) => LANGUAGES.map((language) => ({ language, load: lateFiles[`./texts/${language}/${room}.json`] })));
  await Promise.all(
    all.map(async ({ language, load }) => i18next.addResourceBundle(language, 'translation', (await load?.()) ?? {}, true, true)),
  );
}

/** A page's code and the texts of its rooms, fetched beside each other. */
export function withTexts<Page>(load: () => Promise<Page>, ...rooms: readonly string[]): () => Promise<Page> {
  return async () => (await Promise.all([load(), loadTexts(rooms)]))[0];
}

export function locale(): Locale {
  return i18next.language === 'ru' ? 'ru' : 'en';
}

export async function changeLocale(next: Locale): Promise<void> {
  localStorage.setItem(KEPT, next);
  await i18next.changeLanguage(next);
  document.documentElement.lang = next;
}

function firstLocale(): Locale {
  const kept = localStorage.getItem(KEPT);
  if (kept === 'ru' || kept === 'en') return kept;
  return navigator.language.startsWith('ru') ? 'ru' : 'en';
}
