import type { CustomerId, ProgramId, TenantId } from '../domain/ids.ts';
import type { Intake } from '../intake/submission.ts';
import { type DemoPerson, drawPerson, heroes } from './demo-people.ts';
import { demoProgram } from './demo-program.ts';
import { DemoShop } from './demo-shop.ts';
import { type DemoExamples, DemoStory, STORY_DAYS } from './demo-story.ts';
import { SeededChoice } from './seeded-choice.ts';

const SEED = 2_026;
const DAY_MS = 86_400_000;
const OLD_CUSTOMERS = 40;

/** What the shop of the story calls itself, and where its days begin. */
export const demoBusiness = { name: 'Чайная лавка', timeZone: 'Europe/Moscow', locale: 'ru' } as const;

export interface DemoDeps {
  readonly intake: Intake;
  readonly tenantId: TenantId;
  /** Where the story ends. */
  readonly now: Date;
  /** Does what is due at an instant: holds end and coupons expire while the story runs. */
  readonly runDueWork: (at: Date) => Promise<void>;
}

export interface DemoReport {
  readonly programId: ProgramId;
  readonly customers: number;
  readonly orders: number;
  readonly examples: DemoExamples;
}

/**
 * Fills an empty business with ninety days of a tea shop that end at `now`: customers with Russian and English names, one
 * programme, codes, clicks, orders, holds, refunds, coupons, points, a debt, a paused member, a refused self-referral. Everything
 * goes the one road; the same at every start but for the ids and codes drawn on it.
 */
export async function fillDemo({ intake, tenantId, now, runDueWork }: DemoDeps): Promise<DemoReport> {
  const choice = new SeededChoice(SEED);
  const shop = new DemoShop({ intake, tenantId, now });
  const startsAt = new Date(now.getTime() - STORY_DAYS * DAY_MS);
  const { people, ids } = await importOldCustomers(shop, choice, startsAt);
  const programId = await shop.publish(demoProgram, startsAt);
  await shop.act(startsAt, { type: 'enrolment.evaluated', programId, customerIds: ids });
  const referrers = await nameCodes(shop, startsAt, people);
  const story = new DemoStory({ shop, choice, programId, startsAt, people, referrers });
  for (let day = 0; day < STORY_DAYS; day += 1) {
    await story.play(day, now);
    await runDueWork(new Date(startsAt.getTime() + (day + 1) * DAY_MS));
  }
  return { programId, customers: story.customers, orders: story.orders + OLD_CUSTOMERS, examples: story.examples };
}

/** Who bought before there was a programme. */
async function importOldCustomers(
  shop: DemoShop,
  choice: SeededChoice,
  startsAt: Date,
): Promise<{ people: readonly DemoPerson[]; ids: readonly CustomerId[] }> {
  const own = [heroes.marina, heroes.oleg, heroes.kate, heroes.james];
  const people = [...own, ...Array.from({ length: OLD_CUSTOMERS - own.length }, (_, index) => drawPerson(choice, index + 1))];
  const ids = await shop.importOrders(
    people.map((by, index) => ({
      id: `old-${index + 1}`,
      at: new Date(startsAt.getTime() - choice.between(1, 270) * DAY_MS),
      minor: BigInt(choice.between(5, 90)) * 10_000n,
      by,
    })),
  );
  return { people, ids };
}

/** Codes people can say aloud, for those who bring the most friends. */
async function nameCodes(
  shop: DemoShop,
  at: Date,
  people: readonly DemoPerson[],
): Promise<readonly { readonly externalId: string; readonly code: string }[]> {
  const named = new Map<string, string>([
    [heroes.marina.externalId, 'МАРИНА'],
    [heroes.oleg.externalId, 'ОЛЕГ-ЧАЙ'],
    [heroes.kate.externalId, 'KATE-T'],
    [heroes.james.externalId, 'JAMES'],
  ]);
  for (const { externalId } of people.slice(named.size, 20)) named.set(externalId, `ДРУГ-${externalId.slice(2)}`);
  const referrers = [...named].map(([externalId, code]) => ({ externalId, code }));
  for (const { externalId, code } of referrers) await shop.act(at, { type: 'code.created', text: code, kind: 'personal' }, externalId);
  return referrers;
}
