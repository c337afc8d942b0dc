import type { MailKind } from '../domain/messages/mail.ts';
import type { LocalizedText } from '../domain/program/document.ts';

const NAMES: Readonly<Record<MailKind | 'all', LocalizedText>> = {
  all: { ru: 'Письма о программе', en: 'Letters about the programme' },
  'sign-in-code': { ru: 'Код для входа', en: 'Sign-in code' },
  'staff-invitation': { ru: 'Приглашение сотрудника', en: 'Invitation of staff' },
  'friend-joined': { ru: 'Друг пришёл по приглашению', en: 'A friend has come' },
  'bonus-held': { ru: 'Бонус ждёт подтверждения', en: 'A bonus is waiting' },
  'bonus-available': { ru: 'Бонус доступен', en: 'A bonus is available' },
  'bonus-expiring': { ru: 'Бонус скоро сгорит', en: 'A bonus runs out soon' },
  'reward-to-collect': { ru: 'Награда ждёт получателя', en: 'A reward to collect' },
};

/** What a kind of message is called; `all` of those that can be declined. */
export function mailKindText(kind: MailKind | 'all'): LocalizedText {
  return NAMES[kind];
}
