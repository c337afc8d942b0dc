/** What an event gave, as it was given: what its own decision took back again is told where it is taken. */
import { idFromUuid, type ProgramId } from '../domain/ids.ts';
import { currencyUnit, pointsUnit } from '../domain/ledger/unit.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import type { Locale } from '../domain/words/number-words.ts';
import { giftName } from '../texts/benefit-words.ts';
import { beneficiaryText, holdText } from './explain-texts.ts';
import type { OrderStory, Sentence, StoryEvent, StoryTransfer } from './order-story.ts';
import { both, dateText, decidedRuleText, personText, uuidOf, valueText } from './telling.ts';

type ToldReward = StoryEvent['answer']['rewards'][number];
type WireBenefit = ToldReward['benefit'];

export function tellRewards(story: OrderStory, event: StoryEvent): Sentence[] {
  // Staff's "no" gives nothing: what it took is told as taken.
  const rewards = event.answer.rewards.filter(({ status }) => status !== 'denied');
  return rewards.map((reward): Sentence => {
    const given = findGiving(event, reward);
    const isHeld = given === null ? reward.status === 'held' : given.reason === 'reward-held';
    const what = benefitText(reward.benefit, given);
    const rule = decidedRuleText(story, event, reward);
    return {
      at: event.occurredAt,
      kind: 'reward',
      ...both((l) => {
        const who = personText(story, uuidOf(reward.customerId))[l];
        const role = beneficiaryText(reward.beneficiary)[l];
        const held = isHeld ? heldText(story, reward, l) : '';
        return l === 'ru'
          ? `Правило ${rule.ru}: ${role} ${who} получает ${what[l]}${held}.`
          : `Rule ${rule.en}: ${role} ${who} gets ${what[l]}${held}.`;
      }),
    };
  });
}

const TAKEN: ReadonlySet<string> = new Set(['denied', 'cancelled', 'reversed']);

/** The coupons, gifts and perks that the event took whole, given by itself or before: no transfer tells of them. */
export function tellTakenWhole(story: OrderStory, event: StoryEvent): Sentence[] {
  return event.answer.rewards
    .filter(({ benefit, status }) => !isValue(benefit) && TAKEN.has(status))
    .map(({ benefit, customerId }): Sentence => {
      const what = benefitText(benefit, null);
      const who = personText(story, uuidOf(customerId));
      return {
        at: event.occurredAt,
        kind: 'reversal',
        ru: `Награда отменена целиком: ${what.ru}, ${who.ru}.`,
        en: `The reward was taken back whole: ${what.en}, ${who.en}.`,
      };
    });
}

/** The transfer that gave it: the answer shows what its own decision left of it. */
function findGiving(event: StoryEvent, reward: ToldReward): StoryTransfer | null {
  const id = uuidOf(reward.id);
  return (
    event.transfers.find(({ rewardId, reason }) => rewardId === id && (reason === 'reward-held' || reason === 'reward-issued')) ?? null
  );
}

function heldText(story: OrderStory, { programId, heldUntil, holdReasons }: ToldReward, locale: Locale): string {
  const zone = story.programs.get(uuidOf(programId))?.timeZone ?? 'UTC';
  const at = heldUntil === null ? null : dateText(new Date(heldUntil), zone, locale);
  const until = at === null ? '' : locale === 'ru' ? ` до ${at}` : ` until ${at}`;
  // What was taken back whole has no reason left.
  const reasons = holdReasons.length === 0 ? '' : ` (${holdReasons.map((reason) => holdText(reason)[locale]).join(', ')})`;
  return locale === 'ru' ? `, удержано${until}${reasons}` : `, held${until}${reasons}`;
}

function isValue({ kind }: WireBenefit): boolean {
  return kind === 'credit' || kind === 'commission' || kind === 'points' || kind === 'donation';
}

function benefitText(benefit: WireBenefit, given: StoryTransfer | null): LocalizedText {
  switch (benefit.kind) {
    case 'credit':
    case 'commission':
    case 'points':
      return givenText(benefit.amount, given);
    case 'coupon': {
      const code = benefit.code === undefined ? '' : ` ${benefit.code}`;
      return { ru: `купон${code}`, en: `the coupon${code}` };
    }
    case 'gift':
      return giftName(benefit.sku);
    case 'perk':
      return { ru: `привилегия «${benefit.perk}»`, en: `the perk “${benefit.perk}”` };
    case 'choice': {
      const options = (benefit.chosen === null ? benefit.of : [benefit.chosen]).join(', ');
      return { ru: `выбор из: ${options}`, en: `a choice of: ${options}` };
    }
    case 'donation': {
      const value = givenText(benefit.amount, given);
      return { ru: `${value.ru} для «${benefit.to}»`, en: `${value.en} for “${benefit.to}”` };
    }
  }
}

type WireValue = Extract<WireBenefit, { kind: 'donation' }>['amount'];

function givenText(value: WireValue, given: StoryTransfer | null): LocalizedText {
  if (given !== null) return valueText(given.unit, given.amount);
  return 'points' in value
    ? valueText(pointsUnit(idFromUuid<ProgramId>(uuidOf(value.programId))), BigInt(value.points))
    : valueText(currencyUnit(value.currency), BigInt(value.amountMinor));
}
