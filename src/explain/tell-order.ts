/** Turns an order's story into sentences. Pure: everything it says was decided and stored before. */
import { refusalText } from '../contract/refusal-texts.ts';
import type { Missing, RefusalReason } from '../domain/decision.ts';
import { idFromUuid, type ProgramId } from '../domain/ids.ts';
import { currencyUnit, pointsUnit, type Unit } from '../domain/ledger/unit.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import { giftName } from '../texts/benefit-words.ts';
import { beneficiaryText, byText, holdText, loserText } from './explain-texts.ts';
import type { OrderStory, Sentence, StoryEvent } from './order-story.ts';
import { tellEvent, tellNote } from './tell-event.ts';
import { tellNow, tellTransfers } from './tell-money.ts';
import { tellTiers } from './tell-tiers.ts';
import { both, dateText, personText, uuidOf, valueText } from './telling.ts';

export function tellOrder(story: OrderStory): readonly Sentence[] {
  const sentences = story.events.flatMap((event) => [tellEvent(story, event), ...tellDecision(story, event)]);
  const last = story.events.at(-1);
  return last === undefined ? sentences : [...sentences, ...tellNow(story, last.occurredAt)];
}

/** What an event led to. */
export function tellDecision(story: OrderStory, event: StoryEvent): readonly Sentence[] {
  return [
    ...tellAttributions(story, event),
    ...tellRewards(story, event),
    ...tellRefusals(story, event),
    ...tellTransfers(story, event),
    ...tellTiers(story, event),
    ...event.notes.flatMap((note) => tellNote(story, event, note)),
  ];
}

function tellAttributions(story: OrderStory, event: StoryEvent): Sentence[] {
  return event.answer.attributions.flatMap(({ programId, referrerId, by, losers }) => {
    const program = programText(story, programId);
    const winner: Sentence =
      referrerId === null
        ? {
            at: event.occurredAt,
            kind: 'attribution',
            ...both((l) => (l === 'ru' ? `${program.ru}: пригласившего нет.` : `${program.en}: nobody is credited with bringing them.`)),
          }
        : {
            at: event.occurredAt,
            kind: 'attribution',
            ...both((l) => {
              const who = personText(story, uuidOf(referrerId))[l];
              return l === 'ru'
                ? `${program.ru}: рекомендатель — ${who} (${byText(by).ru}).`
                : `${program.en}: brought by ${who} (${byText(by).en}).`;
            }),
          };
    const beaten = losers.map((loser): Sentence => {
      const reason = loserText(loser.reason);
      return {
        at: event.occurredAt,
        kind: 'attribution',
        ...both((l) => {
          const who = loser.referrerId === null ? '' : ` (${personText(story, uuidOf(loser.referrerId))[l]})`;
          return l === 'ru'
            ? `Не засчитано: ${byText(loser.by).ru}${who} — ${reason.ru}.`
            : `Not counted: ${byText(loser.by).en}${who}: ${reason.en}.`;
        }),
      };
    });
    return [winner, ...beaten];
  });
}

function tellRewards(story: OrderStory, event: StoryEvent): Sentence[] {
  return event.answer.rewards.map((reward): Sentence => {
    const zone = timeZone(story, reward.programId);
    return {
      at: event.occurredAt,
      kind: 'reward',
      ...both((l) => {
        const who = personText(story, uuidOf(reward.customerId))[l];
        const what = benefitText(reward.benefit, l);
        const role = beneficiaryText(reward.beneficiary)[l];
        const until =
          reward.heldUntil === null
            ? ''
            : l === 'ru'
              ? ` до ${dateText(new Date(reward.heldUntil), zone, l)}`
              : ` until ${dateText(new Date(reward.heldUntil), zone, l)}`;
        const reasons = reward.holdReasons.map((reason) => holdText(reason)[l]).join(', ');
        const held = reward.status === 'held' ? (l === 'ru' ? `, удержано${until} (${reasons})` : `, held${until} (${reasons})`) : '';
        return l === 'ru'
          ? `Правило «${reward.ruleId}»: ${role} ${who} получает ${what}${held}.`
          : `Rule “${reward.ruleId}”: ${role} ${who} gets ${what}${held}.`;
      }),
    };
  });
}

function tellRefusals(story: OrderStory, event: StoryEvent): Sentence[] {
  return event.answer.refusals.map((refusal): Sentence => {
    const text = refusalText(refusalReason(refusal.reason), missingOf(refusal.missing), 'staff');
    const program = refusal.programId === null ? null : programText(story, refusal.programId);
    return {
      at: event.occurredAt,
      kind: 'refusal',
      ...both((l) => {
        const rule = refusal.ruleId === null ? '' : l === 'ru' ? `правило «${refusal.ruleId}»` : `rule “${refusal.ruleId}”`;
        const role = refusal.beneficiary === null ? '' : ` (${beneficiaryText(refusal.beneficiary)[l]})`;
        const where = [program?.[l] ?? '', rule].filter((part) => part !== '').join(', ');
        const lead =
          where === '' ? (l === 'ru' ? 'Отказ' : 'Refused') : l === 'ru' ? `${where}${role}: награды нет` : `${where}${role}: no reward`;
        return `${lead}. ${text[l]}`;
      }),
    };
  });
}

type WireBenefit = StoryEvent['answer']['rewards'][number]['benefit'];

function benefitText(benefit: WireBenefit, locale: 'ru' | 'en'): string {
  switch (benefit.kind) {
    case 'credit':
    case 'commission':
    case 'points':
      return wireValueText(benefit.amount, locale);
    case 'coupon': {
      const code = benefit.code === undefined ? '' : ` ${benefit.code}`;
      return locale === 'ru' ? `купон${code}` : `the coupon${code}`;
    }
    case 'gift':
      return giftName(benefit.sku)[locale];
    case 'perk':
      return locale === 'ru' ? `привилегия «${benefit.perk}»` : `the perk “${benefit.perk}”`;
    case 'choice': {
      const options = (benefit.chosen === null ? benefit.of : [benefit.chosen]).join(', ');
      return locale === 'ru' ? `выбор из: ${options}` : `a choice of: ${options}`;
    }
    case 'donation':
      return locale === 'ru'
        ? `${wireValueText(benefit.amount, locale)} для «${benefit.to}»`
        : `${wireValueText(benefit.amount, locale)} for “${benefit.to}”`;
  }
}

function wireValueText(
  value: { amountMinor: string; currency: string } | { points: string; programId: string },
  locale: 'ru' | 'en',
): string {
  const [unit, amount]: [Unit, bigint] =
    'points' in value
      ? [pointsUnit(idFromUuid<ProgramId>(uuidOf(value.programId))), BigInt(value.points)]
      : [currencyUnit(value.currency), BigInt(value.amountMinor)];
  return valueText(unit, amount)[locale];
}

function missingOf(missing: StoryEvent['answer']['refusals'][number]['missing']): Missing | null {
  if (missing === null) return null;
  if ('count' in missing) return { kind: 'count', count: missing.count };
  if ('points' in missing)
    return { kind: 'points', points: BigInt(missing.points), programId: idFromUuid<ProgramId>(uuidOf(missing.programId)) };
  return { kind: 'money', amountMinor: BigInt(missing.amountMinor), currency: missing.currency };
}

function refusalReason(reason: string): RefusalReason {
  // Row boundary: the answer's only writer encodes a RefusalReason.
  return reason as RefusalReason;
}

function programText(story: OrderStory, wireProgramId: string): LocalizedText {
  const name = story.programs.get(uuidOf(wireProgramId))?.name;
  return name === undefined ? { ru: 'Программа', en: 'Programme' } : { ru: `«${name.ru}»`, en: `“${name.en}”` };
}

function timeZone(story: OrderStory, wireProgramId: string): string {
  return story.programs.get(uuidOf(wireProgramId))?.timeZone ?? 'UTC';
}
