import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Locale = 'ru' | 'en';
const KEPT = 'sarafan.locale';

type Texts = Readonly<Record<string, object>>;
/** One file for each room of the console, named alike in both languages; its top keys are its own. */
const files = import.meta.glob<Texts>('./texts/*/*.json', { eager: true, import: 'default' });

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
