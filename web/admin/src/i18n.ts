import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Locale = 'ru' | 'en';
const KEPT = 'sarafan.locale';

type Texts = Readonly<Record<string, object>>;
/** One file for each room of the console, named alike in both languages; its top keys are its own. */
const files = import.meta.glob<Texts>(['./texts/*/*.json', '!./texts/*/{document,wizard,programs}.json'], {
  eager: true,
  import: 'default',
});
/** Of rooms that most visits never enter: loaded with their pages. */
const lateFiles = import.meta.glob<Texts>('./texts/*/{document,wizard,programs}.json', { import: 'default' });

function textsOf(language: Locale): Texts {
  const own = Object.entries(files).filter(([path]) => path.startsWith(`./texts/${language}/`));
  return Object.assign({}, ...own.map(([, texts]) => texts));
}

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { ru: { translation: textsOf('ru') }, en: { translation: textsOf('en') } },
    lng: firstLocale(),
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = locale();
}

export async function loadTexts(room: 'wizard' | 'programs'): Promise<void> {
  for (const language of ['ru', 'en'] as const) {
    for (const name of ['document', room]) {
      const texts = await lateFiles[`./texts/${language}/${name}.json`]?.();
      i18next.addResourceBundle(language, 'translation', texts, true, true);
    }
  }
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
