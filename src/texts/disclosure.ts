import type { Benefit, LocalizedText, ProgramDocument } from '../domain/program/document.ts';
import { allRules } from '../domain/program/program-rules.ts';

const TO_FRIEND: LocalizedText = {
  ru: 'Тот, кто вас пригласил, получает от нас вознаграждение, если вы воспользуетесь приглашением.',
  en: 'Whoever invited you is rewarded by us when you use the invitation.',
};
/** contract.md 6.13: an amount reaches the referrer only where the friend's terms say so, and these are they. */
const TELLS_TOTAL: LocalizedText = {
  ru: 'Размер зависит от суммы вашего заказа, поэтому по нему эту сумму можно посчитать.',
  en: 'How much depends on what your order comes to, so that can be worked out from it.',
};
const TO_MEMBER: LocalizedText = {
  ru: 'Приглашая, скажите другу, что вы получите за это вознаграждение.',
  en: 'When you invite somebody, tell them that you are rewarded for it.',
};

const IN_MESSAGE: LocalizedText = {
  ru: 'Если вы воспользуетесь приглашением, я получу от магазина вознаграждение.',
  en: 'If you use this invitation, the shop rewards me.',
};

/** What a message of the member's carries, in their voice, and the mark of an advertisement; null where neither is needed. */
export function disclosureInMessage(document: ProgramDocument): LocalizedText | null {
  const sentence = rewardsReferrers(document) ? IN_MESSAGE : null;
  const { marking } = document;
  if (document.sharing !== 'public' || marking === undefined) return sentence;
  const { advertiser, erid } = marking;
  return {
    ru: `${sentence === null ? '' : `${sentence.ru} `}Реклама. ${advertiser}. erid: ${erid}`,
    en: `${sentence === null ? '' : `${sentence.en} `}Advertisement. ${advertiser}. erid: ${erid}`,
  };
}

/**
 * That the sender is rewarded, told to the friend, and where the reward follows from the friend's order, that it tells what the order came
 * to; null where no rule rewards a referrer.
 */
export function disclosureToFriend(document: ProgramDocument): LocalizedText | null {
  if (!rewardsReferrers(document)) return null;
  return tellsTotals(document) ? { ru: `${TO_FRIEND.ru} ${TELLS_TOTAL.ru}`, en: `${TO_FRIEND.en} ${TELLS_TOTAL.en}` } : TO_FRIEND;
}

/** Whether what a referrer gets for one order follows from what that order came to. */
function tellsTotals(document: ProgramDocument): boolean {
  return allRules(document).some((rule) => rule.grant.some(({ to, benefit }) => to === 'referrer' && followsOrder(benefit)));
}

function followsOrder(benefit: Benefit): boolean {
  return 'how' in benefit && (benefit.how === 'percent' || benefit.how === 'per');
}

/** That the member must say so; null where no rule rewards a referrer. */
export function disclosureByMember(document: ProgramDocument): LocalizedText | null {
  return rewardsReferrers(document) ? TO_MEMBER : null;
}

function rewardsReferrers(document: ProgramDocument): boolean {
  return allRules(document).some((rule) => rule.grant.some((grant) => grant.to === 'referrer'));
}
