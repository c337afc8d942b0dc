import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import en from './texts/en.json';
import ru from './texts/ru.json';

export type Locale = 'ru' | 'en';
const KEPT = 'sarafan.locale';

export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { ru: { translation: ru }, en: { translation: en } },
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
