/** What moved on the ledger with an event, and where everything is now. */
import { couponTexts, rewardTexts } from '../contract/state-texts.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import type { OrderStory, Sentence, StoryEvent, StoryReward, StoryTransfer } from './order-story.ts';
import { both, dateText, personText, ruleText, valueText } from './telling.ts';

/** Rewards given are told by the answer; here is what was released, taken back, spent and returned. */
export function tellTransfers(story: OrderStory, event: StoryEvent, transfers: readonly StoryTransfer[]): Sentence[] {
  return transfers.flatMap((transfer): Sentence[] => {
    const text = transferText(story, transfer);
    return text === null ? [] : [{ at: event.occurredAt, kind: transfer.reversalKey === null ? 'money' : 'reversal', ...text }];
  });
}

/** What a refund, a cancellation or a correction moved. */
export function isTakenBack({ reason, reversalKey }: StoryTransfer): boolean {
  return reversalKey !== null || reason === 'credit-returned';
}

function transferText(story: OrderStory, transfer: StoryTransfer): LocalizedText | null {
  const amount = valueText(transfer.unit, transfer.amount);
  if (transfer.customerId === null) return donationText(transfer, amount);
  const who = personText(story, transfer.customerId);
  switch (transfer.reason) {
    case 'hold-released':
      return { ru: `${amount.ru} доступны для трат: ${who.ru}.`, en: `${amount.en} became available to ${who.en}.` };
    case 'debt-paid':
      return { ru: `${amount.ru} из доступного ушло в счёт долга: ${who.ru}.`, en: `${amount.en} of it paid the debt of ${who.en}.` };
    case 'reservation-captured':
      return { ru: `Балансом оплачено ${amount.ru}: ${who.ru}.`, en: `${amount.en} was paid from the balance of ${who.en}.` };
    case 'credit-returned':
      return { ru: `На баланс возвращено ${amount.ru}: ${who.ru}.`, en: `${amount.en} went back to the balance of ${who.en}.` };
    case 'credit-retaken':
      return {
        ru: `Возврат стал меньшей долей оплаченного, и ${amount.ru} снова в оплате: ${who.ru}.`,
        en: `The refund became a smaller share of what was paid, and ${amount.en} pays again: ${who.en}.`,
      };
    case 'reward-reversed':
    case 'reward-denied': {
      const from = FROM_TEXTS[transfer.from] ?? { ru: transfer.from, en: transfer.from };
      return { ru: `Награда уменьшена на ${amount.ru} ${from.ru}: ${who.ru}.`, en: `The reward lost ${amount.en} ${from.en}: ${who.en}.` };
    }
    case 'reward-held':
    case 'reward-issued':
    case 'reservation-made':
    case 'reservation-voided':
    case 'reservation-expired':
    case 'lot-expired':
    case 'adjustment':
    case 'opening-balance':
    case 'payout-proposed':
    case 'payout-returned':
    case 'payout-paid':
    case 'payout-came-back':
    case 'merge':
      return null;
  }
}

/** What moves between accounts of the business alone is a donation. */
function donationText(transfer: StoryTransfer, amount: LocalizedText): LocalizedText | null {
  if (transfer.reversalKey !== null) return { ru: `Пожертвование уменьшено на ${amount.ru}.`, en: `The donation lost ${amount.en}.` };
  return transfer.reason === 'hold-released'
    ? { ru: `Пожертвование состоялось: ${amount.ru}.`, en: `The donation of ${amount.en} was made.` }
    : null;
}

const FROM_TEXTS: Readonly<Record<string, LocalizedText>> = {
  held: { ru: 'из удержанного', en: 'of what was held' },
  available: { ru: 'из доступного', en: 'of what was available' },
  debt: { ru: '— это уже потрачено и стало долгом', en: 'that was already spent, which is now a debt' },
};

/** Each reward as it stands at the moment of asking. */
export function tellNow(story: OrderStory, at: Date): Sentence[] {
  return story.rewards.map((reward): Sentence => ({ at, kind: 'now', ...both((locale) => nowText(story, reward)[locale]) }));
}

function nowText(story: OrderStory, reward: StoryReward): LocalizedText {
  const zone = story.programs.get(reward.programId)?.timeZone ?? 'UTC';
  const who = personText(story, reward.customerId);
  const rule = ruleText(story, reward);
  const status = statusText(reward);
  return both((l) => {
    const until =
      reward.heldUntil !== null && reward.status === 'held'
        ? l === 'ru'
          ? ` (до ${dateText(reward.heldUntil, zone, l)})`
          : ` (until ${dateText(reward.heldUntil, zone, l)})`
        : '';
    const loss = reward.isLoss
      ? l === 'ru'
        ? ' Выгода уже использована: записано как потеря.'
        : ' It had been used already: recorded as a loss.'
      : '';
    const head = l === 'ru' ? `Сейчас: ${rule.ru}, ${who.ru}` : `Now: ${rule.en}, ${who.en}`;
    const stands = status === null ? '' : ` ${status[l]}${until}.`;
    return `${head}: ${partsText(reward)[l]}.${stands}${whereText(reward, zone)[l]}${loss}`;
  });
}

/** Null where the coupon's own state says the same. */
function statusText({ status, coupon, lot }: StoryReward): LocalizedText | null {
  if (coupon !== null && (status === 'issued' || status === 'redeemed' || status === 'expired')) return null;
  if (status === 'issued' && lot !== null) return { ru: 'Выдано на баланс', en: 'Issued to the balance' };
  return rewardTexts(status).staff;
}

const THING_TEXTS: Readonly<Record<string, LocalizedText>> = {
  gift: { ru: 'подарок', en: 'gift' },
  perk: { ru: 'привилегия', en: 'perk' },
  choice: { ru: 'привилегия на выбор', en: 'a perk of choice' },
};

function partsText(reward: StoryReward): LocalizedText {
  const { unit, amount, originalAmount } = reward;
  if (unit === null || amount === null || originalAmount === null) {
    if (reward.coupon !== null) return both((l) => (l === 'ru' ? `купон ${reward.coupon?.code}` : `coupon ${reward.coupon?.code}`));
    return THING_TEXTS[reward.kind] ?? { ru: 'скидка в этом заказе', en: 'a discount on this order' };
  }
  const now = valueText(unit, amount);
  const first = valueText(unit, originalAmount);
  if (amount === originalAmount) return now;
  return { ru: `${now.ru} из ${first.ru}`, en: `${now.en} of ${first.en}` };
}

/** What is left of it to spend, or what its coupon is worth. */
function whereText(reward: StoryReward, zone: string): LocalizedText {
  const { lot, coupon, unit } = reward;
  if (coupon !== null) {
    const status = couponTexts(coupon.status).staff;
    // Of a coupon that nobody can use any more the date says nothing.
    const until = coupon.status === 'issued' || coupon.status === 'reserved' ? coupon.validUntil : null;
    return both((l) => {
      const ends = until === null ? '' : ` ${l === 'ru' ? 'Годен до' : 'Valid until'} ${dateText(until, zone, l)}.`;
      return ` ${status[l]}.${ends}`;
    });
  }
  if (lot === null || unit === null) return { ru: '', en: '' };
  if (lot.remaining === 0n && lot.expired === 0n)
    return reward.amount === 0n ? { ru: '', en: '' } : { ru: ' Ничего не осталось.', en: ' Nothing of it is left.' };
  const left = valueText(unit, lot.remaining);
  return both((l) => {
    const ends =
      lot.expiresAt === null || lot.remaining === 0n
        ? ''
        : l === 'ru'
          ? `, сгорит ${dateText(lot.expiresAt, zone, l)}`
          : `, expires ${dateText(lot.expiresAt, zone, l)}`;
    const expired =
      lot.expired === 0n
        ? ''
        : l === 'ru'
          ? `, сгорело ${valueText(unit, lot.expired).ru}`
          : `, expired ${valueText(unit, lot.expired).en}`;
    return l === 'ru' ? ` Ещё не потрачено ${left.ru}${ends}${expired}.` : ` Not spent yet: ${left.en}${ends}${expired}.`;
  });
}
