import { expect, it } from 'vitest';
import { decodeProgramDocument } from '../contract/program-document.ts';
import { howItWorks } from '../texts/how-it-works.ts';
import { offerSentence } from '../texts/offer-sentence.ts';
import { termsText } from '../texts/terms-page.ts';
import { TEMPLATES } from './all-templates.ts';
import { shopSizes } from './shop-sizes.ts';

const EFFECTIVE = new Date('2026-11-20T09:00:00Z');

it.each(TEMPLATES.map((template) => [template.id, template] as const))('2-07 explains %s in three steps', async (id, { propose }) => {
  const sizes = shopSizes({ locale: 'ru', currency: 'RUB', at: EFFECTIVE, figures: null, typedMarginBasisPoints: 3000n });
  const decoded = decodeProgramDocument(propose(sizes).document, { timeZone: 'Europe/Moscow' });
  if (!decoded.ok) throw new Error(`${id} cannot be published`);
  const document = decoded.value;
  const told = (['ru', 'en'] as const).flatMap((locale) => [
    ...(['member', 'friend'] as const).flatMap((to) => {
      const reader = { locale, to, tierId: null };
      return [
        `${locale}, ${to}: ${offerSentence(document, reader)}`,
        ...howItWorks(document, reader).map(({ title, text }) => `- ${title}: ${text}`),
        '',
      ];
    }),
    termsText({ document, versionNumber: 1, effectiveFrom: EFFECTIVE }, locale),
  ]);
  await expect(told.join('\n')).toMatchFileSnapshot(`./how-it-works/${id}.txt`);
});
