import type { Evidence } from '../domain/program/lint/advice.ts';
import { evidence } from '../domain/program/lint/sources.ts';
import { capReason, firstOrderReasons, holdReason } from './shared-reasons.ts';
import type { ShopSizes } from './shop-sizes.ts';
import type { Reason } from './template.ts';

/** Why the levels begin where they do and give what they give. */
export function tierReasons(
  sizes: ShopSizes,
  { bonus, sample }: { readonly bonus: Evidence; readonly sample: Evidence },
): readonly Reason[] {
  return [
    {
      path: '/tiers/0',
      because: evidence('kumar', {
        ru: 'Второй заказ, нет оценки ниже 7 и ни одной жалобы: крупные траты сами по себе рекомендателей не дают, довольные — дают.',
        en: 'A second order, no score below 7 and no complaint: big spending by itself makes no referrers, satisfaction does.',
      }),
    },
    {
      path: '/tiers/1',
      because: evidence('convention', {
        ru: 'Один засчитанный друг: человек уже рекомендует, остаётся поддержать.',
        en: 'One counted friend: the person recommends already and only needs support.',
      }),
    },
    ...firstOrderReasons('/tiers/1/rules/0', sizes),
    {
      path: '/tiers/1/rules/0/grant/0/benefit/steps',
      because: {
        ...bonus,
        text: {
          ru: `Чем больше, тем лучше: с третьего вдвое, с пятого втрое. ${bonus.text.ru}`,
          en: `The more, the better: twice from the third on, three times from the fifth. ${bonus.text.en}`,
        },
      },
    },
    holdReason('/tiers/1/rules/0/grant/0/hold'),
    { path: '/tiers/1/rules/0/grant/0/expiresAfterDays', because: sizes.lifeDays.because },
    { path: '/tiers/1/rules/0/grant/1', because: sample },
    capReason('/tiers/1/rules/0/caps'),
    ...firstOrderReasons('/tiers/1/rules/1', sizes),
    {
      path: '/tiers/1/rules/1',
      because: evidence('convention', {
        ru: 'За третьего друга — личный бонус на выбор; кто не выбрал за месяц, получает консультацию.',
        en: 'For the third friend a personal bonus of one’s choice; whoever has not chosen in a month gets the consultation.',
      }),
    },
    holdReason('/tiers/1/rules/1/grant/0/hold'),
    ...(['partner', 'ambassador'] as const).flatMap((name, index) => partnerReasons(name, `/tiers/${index + 2}`, sizes, sample)),
  ];
}

function partnerReasons(name: 'partner' | 'ambassador', path: string, sizes: ShopSizes, sample: Evidence): readonly Reason[] {
  const text =
    name === 'partner'
      ? {
          ru: 'Больше пяти — это шесть; деньги только тем, кто принял условия партнёра.',
          en: 'More than five is six; cash only for those who accepted the partner’s terms.',
        }
      : {
          ru: 'Десять — число из примера о финтехе; уровень можно убрать.',
          en: 'Ten is the number of the fintech example; the rung can be left out.',
        };
  return [
    { path, because: evidence('convention', text) },
    {
      path: `${path}/graceDays`,
      because: evidence('grace', { ru: 'Месяц на то, чтобы вернуть потерянное.', en: 'A month to regain what was lost.' }),
    },
    ...firstOrderReasons(`${path}/rules/1`, sizes),
    { path: `${path}/rules/1/grant`, because: sample },
  ];
}
