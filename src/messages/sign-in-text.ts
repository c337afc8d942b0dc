/** The text message that carries a sign-in code: short enough for one part in Cyrillic (70 characters) with a shop's usual name. */
const MAX_SHOP = 30;

export function signInText(locale: 'ru' | 'en', { shop, code }: { readonly shop: string; readonly code: string }): string {
  const name = [...shop].length > MAX_SHOP ? `${[...shop].slice(0, MAX_SHOP - 1).join('')}…` : shop;
  return locale === 'ru'
    ? `${code} — код для входа: ${name}. Никому не говорите.`
    : `${code} is your sign-in code: ${name}. Tell it to nobody.`;
}
