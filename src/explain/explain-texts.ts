import type { LocalizedText } from '../domain/program/document.ts';

const t = (ru: string, en: string): LocalizedText => ({ ru, en });

/** How a referrer was named, by class (contract.md 6.8). */
const BY_TEXTS: Readonly<Record<string, LocalizedText>> = {
  staff: t('решение сотрудника', 'a staff decision'),
  code: t('код при оформлении', 'a code at the checkout'),
  lead: t('заявка от рекомендателя', 'a registered lead'),
  click: t('переход по ссылке', 'a click on a link'),
  claim: t('контакт на странице друга', "a claim on the friend's page"),
  answer: t('ответ «кто вас посоветовал?»', 'the answer to “who recommended you?”'),
  none: t('никак', 'nothing'),
};

const LOSER_TEXTS: Readonly<Record<string, LocalizedText>> = {
  'unknown-code': t('такого кода нет', 'there is no such code'),
  'code-retired': t('код выведен из обращения', 'the code is retired'),
  'no-referrer': t('рекомендатель неизвестен', 'the referrer is unknown'),
  'outside-window': t('прошло больше времени, чем разрешает программа', 'it is older than the programme allows'),
  'before-program': t('это было до начала программы', 'it was before the programme began'),
  'program-ended': t('программа была завершена', 'the programme had ended'),
  'program-paused': t('программа была на паузе', 'the programme was paused'),
  'self-referral': t('это тот же человек', 'it is the same person'),
  'referral-cycle': t('приглашения замыкаются в круг', 'the referrals would form a circle'),
  'staff-correction': t('исправлено сотрудником', 'corrected by staff'),
};

const BENEFICIARY_TEXTS: Readonly<Record<string, LocalizedText>> = {
  referrer: t('рекомендатель', 'the referrer'),
  friend: t('друг', 'the friend'),
  buyer: t('покупатель', 'the buyer'),
  company: t('компания', 'the company'),
};

const HOLD_TEXTS: Readonly<Record<string, LocalizedText>> = {
  'return-window': t('срок возврата', 'the return window'),
  review: t('проверка сотрудником', 'a review by staff'),
  'payer-consent': t('согласие плательщика', "the payer's consent"),
  'tax-data': t('данные для налога', 'tax data'),
};

export function byText(by: string): LocalizedText {
  return BY_TEXTS[by] ?? t(by, by);
}

/** Why another sign did not win; `code-beats-click` and `later-click` say it by their form. */
export function loserText(reason: string): LocalizedText {
  const [winner] = reason.split('-beats-');
  if (winner !== undefined && winner !== reason) return t(`${byText(winner).ru} сильнее`, `${byText(winner).en} counts more`);
  if (reason.startsWith('later-')) return t('засчитано более позднее', 'a later one counts');
  if (reason.startsWith('earlier-')) return t('засчитано более раннее', 'an earlier one counts');
  return LOSER_TEXTS[reason] ?? t(reason, reason);
}

export function beneficiaryText(beneficiary: string): LocalizedText {
  return BENEFICIARY_TEXTS[beneficiary] ?? t(beneficiary, beneficiary);
}

export function holdText(reason: string): LocalizedText {
  return HOLD_TEXTS[reason] ?? t(reason, reason);
}
