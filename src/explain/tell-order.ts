/** Turns an order's story into sentences. Pure: everything it says was decided and stored before. */
import { byText, loserText } from './explain-texts.ts';
import type { OrderStory, Sentence, StoryEvent } from './order-story.ts';
import { tellEvent, tellNote } from './tell-event.ts';
import { isTakenBack, tellNow, tellTransfers } from './tell-money.ts';
import { tellRefusals } from './tell-refusals.ts';
import { tellRewards, tellTakenWhole } from './tell-rewards.ts';
import { tellTiers } from './tell-tiers.ts';
import { both, personText, programText, uuidOf } from './telling.ts';

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
    ...tellConsequences(story, event),
    ...tellTiers(story, event),
  ];
}

/** What moved and what was remarkable. What had waited for the payment is named before what it took back. */
function tellConsequences(story: OrderStory, event: StoryEvent): readonly Sentence[] {
  const waited = event.notes.findLastIndex(({ kind }) => kind === 'parked-applied') + 1;
  const taken = event.transfers.findIndex(isTakenBack);
  const untaken = taken === -1 ? event.transfers.length : taken;
  return [
    ...tellTransfers(story, event, event.transfers.slice(0, untaken)),
    ...event.notes.slice(0, waited).flatMap((note) => tellNote(story, event, note)),
    ...tellTransfers(story, event, event.transfers.slice(untaken)),
    ...tellTakenWhole(story, event),
    ...event.notes.slice(waited).flatMap((note) => tellNote(story, event, note)),
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
