export type PageLanguage = 'ru' | 'en';

/** The language of a visitor by `Accept-Language` (RFC 9110 section 12.5.4): of Russian and English the one wanted more, else the shop's. */
export function choosePageLanguage(acceptLanguage: string | undefined, shopLocale: string): PageLanguage {
  let chosen: PageLanguage | undefined;
  let chosenWeight = 0;
  for (const part of (acceptLanguage ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = part.split(';');
    const language = languageOf(tag);
    const weight = weightOf(parameters);
    if (language === undefined || weight <= chosenWeight) continue;
    chosen = language;
    chosenWeight = weight;
  }
  return chosen ?? languageOf(shopLocale) ?? 'en';
}

function languageOf(tag: string): PageLanguage | undefined {
  const primary = tag.trim().toLowerCase().split('-')[0];
  return primary === 'ru' || primary === 'en' ? primary : undefined;
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return Number.isFinite(weight) ? weight : 0;
}
