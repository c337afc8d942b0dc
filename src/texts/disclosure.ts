import type { LocalizedText, ProgramDocument } from '../domain/program/document.ts';
import { allRules } from '../domain/program/program-rules.ts';

const TO_FRIEND: LocalizedText = {
  ru: 'Тот, кто вас пригласил, получает от нас вознаграждение, если вы воспользуетесь приглашением.',
  en: 'Whoever invited you is rewarded by us when you use the invitation.',
};
const TO_MEMBER: LocalizedText = {
  ru: 'Приглашая, скажите другу, что вы получите за это вознаграждение.',
  en: 'When you invite somebody, tell them that you are rewarded for it.',
};

/** That the sender is rewarded, told to the friend; null where no rule rewards a referrer. */
export function disclosureToFriend(document: ProgramDocument): LocalizedText | null {
  return rewardsReferrers(document) ? TO_FRIEND : null;
}

/** That the member must say so; null where no rule rewards a referrer. */
export function disclosureByMember(document: ProgramDocument): LocalizedText | null {
  return rewardsReferrers(document) ? TO_MEMBER : null;
}

function rewardsReferrers(document: ProgramDocument): boolean {
  return allRules(document).some((rule) => rule.grant.some((grant) => grant.to === 'referrer'));
}
