/** A customer's story in sentences. Pure: everything it says was decided and stored before. */
import type { LocalizedText } from '../domain/program/document.ts';
import type { CustomerStory, CustomerStoryEvent } from './customer-story.store.ts';
import type { OrderStory, Sentence, StoryTransfer } from './order-story.ts';
import { tellEvent } from './tell-event.ts';
import { tellDecision } from './tell-order.ts';
import { both, personText, valueText } from './telling.ts';

export function tellCustomerEvent(story: CustomerStory, event: CustomerStoryEvent): readonly Sentence[] {
  const told: OrderStory = { ...story, orderId: event.orderId ?? '', rewards: [] };
  const own = actText(told, event);
  const first: Sentence = own === null ? tellEvent(told, event) : { at: event.occurredAt, kind: 'event', ...own };
  return [first, ...tellDecision(told, event), ...event.transfers.flatMap((transfer) => moveSentence(told, event, transfer))];
}

/** What is no step of an order; null where the order's story has the words. */
function actText(story: OrderStory, event: CustomerStoryEvent): LocalizedText | null {
  const { body } = event;
  const who = event.customerId === null ? { ru: 'Клиент', en: 'The customer' } : personText(story, event.customerId);
  switch (body.type) {
    case 'membership.joined':
      return withProgram(story, body.programId, (program, l) =>
        l === 'ru'
          ? `${who.ru}: участие в программе ${program}${body.by === 'staff' ? ', добавлено сотрудником' : ''}.`
          : `${who.en} joined ${program}${body.by === 'staff' ? ', enrolled by staff' : ''}.`,
      );
    case 'membership.changed':
      return withProgram(story, body.programId, (program, l) =>
        l === 'ru'
          ? `Участие в программе ${program}: ${MEMBERSHIP[body.status].ru}.`
          : `Membership of ${program}: ${MEMBERSHIP[body.status].en}.`,
      );
    case 'terms.accepted':
      return withProgram(story, body.programId, (program, l) =>
        l === 'ru' ? `Приняты условия программы ${program}.` : `The terms of ${program} were accepted.`,
      );
    case 'feedback.given':
      return { ru: `Отзыв: ${body.score} из 10.`, en: `Feedback: ${body.score} of 10.` };
    case 'complaint.opened':
      return {
        ru: `Открыта жалоба ${body.complaintId}: приглашать друзей пока не предлагаем.`,
        en: `Complaint ${body.complaintId} was opened: no invitations are offered meanwhile.`,
      };
    case 'complaint.closed':
      return { ru: `Жалоба ${body.complaintId} закрыта.`, en: `Complaint ${body.complaintId} was closed.` };
    default:
      return ACTS[body.type] ?? null;
  }
}

const ACTS: Readonly<Record<string, LocalizedText>> = {
  'member.signed_up': { ru: 'Регистрация.', en: 'Signed up.' },
  'referral.registered': { ru: 'Записано приглашение до первого заказа.', en: 'A lead was registered before the first order.' },
  'referral.qualified': { ru: 'Приглашение засчитано окончательно.', en: 'The referral counts for good.' },
  'referral.expired': { ru: 'Приглашение истекло без заказа.', en: 'The referral ran out without an order.' },
  'claim.registered': { ru: 'Друг оставил контакт на странице приглашения.', en: 'The friend left a contact on the invitation page.' },
  'click.recorded': { ru: 'Переход по ссылке друга.', en: 'A friend’s link was opened.' },
  'customer.saved': { ru: 'Сведения о человеке записаны.', en: 'What is known of the person was saved.' },
  'customer.imported': { ru: 'Загружено из файла.', en: 'Imported from a file.' },
  'customer.merged': { ru: 'Две записи одного человека объединены.', en: 'Two records of one person were merged.' },
  'customer.erased': { ru: 'Личные данные удалены.', en: 'Personal data were erased.' },
  'code.created': { ru: 'Выдан новый код.', en: 'A new code was given.' },
  'code.retired': { ru: 'Код выведен из обращения.', en: 'A code was retired.' },
  'adjustment.posted': { ru: 'Сотрудник изменил баланс.', en: 'Staff adjusted the balance.' },
  'reservation.expired': { ru: 'Резерв баланса истёк.', en: 'The reservation ran out.' },
  'coupon.released': { ru: 'Купон снова свободен.', en: 'The coupon is free again.' },
  'coupon.expired': { ru: 'Купон сгорел.', en: 'The coupon expired.' },
  'lot.expired': { ru: 'Часть бонусов сгорела: её срок прошёл.', en: 'A part of the balance expired.' },
  'enrolment.evaluated': { ru: 'Проверено, кому пора стать участником.', en: 'It was checked who becomes a member.' },
  'tier.checked': { ru: 'Уровень проверен по сроку.', en: 'The tier was checked on its date.' },
  'tier.invited': { ru: 'Приглашение на уровень.', en: 'An invitation to a tier.' },
  'tier.accepted': { ru: 'Приглашение на уровень принято.', en: 'The invitation to a tier was accepted.' },
  'perk.claimed': { ru: 'Взята привилегия.', en: 'A perk was taken.' },
  'reward.chosen': { ru: 'Привилегия выбрана.', en: 'A perk was chosen.' },
  'choice.lapsed': { ru: 'Срок выбора прошёл: дана привилегия по умолчанию.', en: 'The choice lapsed: the default perk was given.' },
  'access.expired': { ru: 'Доступ закончился.', en: 'The access ended.' },
  'access.redeemed': { ru: 'Приглашение использовано.', en: 'The invitation was used.' },
  'payee.saved': { ru: 'Записаны данные для выплат.', en: 'Payout data were saved.' },
  'payout.proposed': { ru: 'Предложена выплата.', en: 'A payout was proposed.' },
  'payout.approved': { ru: 'Выплата одобрена.', en: 'The payout was approved.' },
  'payout.rejected': { ru: 'Выплата отклонена.', en: 'The payout was rejected.' },
  'payout.paid': { ru: 'Выплата отправлена банком.', en: 'The bank has paid the payout.' },
  'payout.failed': { ru: 'Банк вернул выплату.', en: 'The bank returned the payout.' },
  custom: { ru: 'Событие магазина.', en: 'An event of the shop.' },
};

const MEMBERSHIP = {
  invited: { ru: 'приглашён', en: 'invited' },
  active: { ru: 'действует', en: 'active' },
  paused: { ru: 'на паузе', en: 'paused' },
  left: { ru: 'вышел', en: 'left' },
  blocked: { ru: 'заблокирован', en: 'blocked' },
} as const;

/** What moved besides rewards, which the decision tells. */
function moveSentence(story: OrderStory, { occurredAt }: CustomerStoryEvent, transfer: StoryTransfer): Sentence[] {
  const text = MOVES[transfer.reason];
  if (text === undefined || transfer.customerId === null) return [];
  const amount = valueText(transfer.unit, transfer.amount);
  const who = personText(story, transfer.customerId);
  const isOut = transfer.from === 'available' || transfer.from === 'reserved';
  const sign = transfer.reason !== 'adjustment' ? '' : isOut ? '−' : '+';
  return [{ at: occurredAt, kind: 'money', ...both((l) => `${text[l]}: ${sign}${amount[l]} (${who[l]}).`) }];
}

const MOVES: Readonly<Partial<Record<StoryTransfer['reason'], LocalizedText>>> = {
  adjustment: { ru: 'Баланс', en: 'Balance' },
  'opening-balance': { ru: 'Баланс на начало', en: 'Opening balance' },
  'lot-expired': { ru: 'Сгорело', en: 'Expired' },
  'reservation-made': { ru: 'Отложено для заказа', en: 'Set aside for an order' },
  'reservation-voided': { ru: 'Вернулось из резерва', en: 'Back from the reservation' },
  'reservation-expired': { ru: 'Вернулось из резерва', en: 'Back from the reservation' },
  'payout-proposed': { ru: 'Отложено для выплаты', en: 'Set aside for a payout' },
  'payout-returned': { ru: 'Вернулось с выплаты', en: 'Back from the payout' },
  'payout-paid': { ru: 'Выплачено', en: 'Paid out' },
  'payout-came-back': { ru: 'Банк вернул', en: 'Returned by the bank' },
  merge: { ru: 'Перешло при объединении', en: 'Moved by the merge' },
};

function withProgram(story: OrderStory, programId: string, tell: (program: string, locale: 'ru' | 'en') => string): LocalizedText {
  const name = story.programs.get(programId)?.name;
  return both((l) => tell(name === undefined ? '' : l === 'ru' ? `«${name.ru}»` : `“${name.en}”`, l));
}
