/** What a story names: people, programmes and their rules in words, and whom a programme had brought and not counted. */
import { sql } from 'kysely';
import type { Db } from '../database/schema.ts';
import { type TenantId, wireId } from '../domain/ids.ts';
import { completeDocument, type StoredDocument } from '../domain/program/complete-document.ts';
import { isReferralRule, type LocalizedText, type ProgramDocument } from '../domain/program/document.ts';
import { allRules } from '../domain/program/program-rules.ts';
import { decodeLog } from '../intake/log-codec.ts';
import { happeningWords } from '../texts/rule-words.ts';
import { type OrderStory, referredKey, ruleKey, type StoryEvent, type StoryProgram, type StoryReward } from './order-story.ts';
import { both, uuidOf } from './telling.ts';

interface Told {
  readonly events: readonly StoryEvent[];
  readonly rewards: readonly StoryReward[];
}

export async function readNamed(db: Db, tenantId: TenantId, told: Told): Promise<Pick<OrderStory, 'people' | 'programs' | 'waiting'>> {
  const people = await readPeople(db, tenantId, idsOf(told.events, told.rewards));
  const programs = await readPrograms(db, tenantId, versionsOf(told));
  return { people, programs, waiting: await readWaiting(db, tenantId, told.events) };
}

interface Versions {
  readonly programIds: readonly string[];
  readonly numbers: readonly number[];
}

/** Those that decided; side by side, as the statement wants them. */
function versionsOf({ events, rewards }: Told): Versions {
  const used = [
    ...events.flatMap(({ versions }) => [...versions].flatMap(([id, byRule]) => [...byRule.values()].map((number) => ({ id, number })))),
    ...rewards.flatMap(({ programId, versionNumber }) => (versionNumber === null ? [] : [{ id: programId, number: versionNumber }])),
  ];
  const distinct = [...new Map(used.map((version) => [`${version.id} ${version.number}`, version])).values()];
  return { programIds: distinct.map(({ id }) => id), numbers: distinct.map(({ number }) => number) };
}

/** Each programme as its newest version has it, with the rules of the named versions as well. */
async function readPrograms(db: Db, tenantId: TenantId, { programIds, numbers }: Versions): Promise<OrderStory['programs']> {
  const { rows } = await sql<{ readonly id: string; readonly number: number; readonly parsed: string }>`
    select program_id as id, number, parsed
    from (
      select program_id, number, parsed, row_number() over (partition by program_id order by number desc) as place
      from program_version where tenant_id = ${tenantId} and status = 'published'
    ) version
    where place = 1 or (program_id, number) in (select unnest(${programIds}::uuid[]), unnest(${numbers}::integer[]))
    order by program_id, number`.execute(db);
  const programs = new Map<string, StoryProgram>();
  for (const { id, number, parsed } of rows) {
    // Row boundary: a published version's only writer is the intake, which encodes a parsed document.
    const document = completeDocument(decodeLog(parsed) as StoredDocument);
    const { name, timeZone, tiers } = document;
    const rules = new Map([...(programs.get(id)?.rules ?? []), ...ruleWords(document, number), ...ruleWords(document, null)]);
    programs.set(id, { name, timeZone, tiers: new Map(tiers.map((tier) => [tier.id, tier.name])), rules });
  }
  return programs;
}

function ruleWords(document: ProgramDocument, number: number | null): readonly (readonly [string, LocalizedText])[] {
  return allRules(document).map((rule) => {
    const doer = isReferralRule(rule) ? 'theFriend' : 'theBuyer';
    return [ruleKey(rule.id, number), both((locale) => happeningWords(rule, document, { doer, locale }))];
  });
}

async function readWaiting(db: Db, tenantId: TenantId, events: readonly StoryEvent[]): Promise<ReadonlySet<string>> {
  const friendIds = [...new Set(events.flatMap(({ customerId }) => customerId ?? []))];
  const { rows } = await sql<{ readonly programId: string; readonly friendId: string }>`
    select program_id as "programId", friend_id as "friendId" from referral
    where tenant_id = ${tenantId} and friend_id = any(${friendIds}::uuid[]) and rule_id is null`.execute(db);
  return new Set(rows.map(({ programId, friendId }) => referredKey(programId, friendId)));
}

/** Ids in answers are wire ids: the story looks people up by both. */
function idsOf(events: readonly StoryEvent[], rewards: readonly StoryReward[]): readonly string[] {
  const ids = new Set<string>();
  const add = (id: string | null): void => {
    if (id !== null) ids.add(id.startsWith('cus_') ? uuidOf(id) : id);
  };
  for (const event of events) {
    add(event.customerId);
    for (const { referrerId, losers } of event.answer.attributions)
      for (const id of [referrerId, ...losers.map((loser) => loser.referrerId)]) add(id);
    for (const { customerId } of event.transfers) add(customerId);
    for (const { customerId } of event.answer.tierChanges ?? []) add(customerId);
    for (const { kind, customerId } of event.notes) if (kind === 'tier-will-drop') add(String(customerId));
  }
  for (const { customerId } of rewards) add(customerId);
  return [...ids];
}

async function readPeople(db: Db, tenantId: string, ids: readonly string[]): Promise<ReadonlyMap<string, LocalizedText>> {
  const { rows } = await sql<{
    readonly id: string;
    readonly name: string | null;
    readonly externalId: string | null;
    readonly email: string | null;
    readonly isErased: boolean;
  }>`select c.customer_id as id, p.name, p.external_id as "externalId", p.email, c.erased_at is not null as "isErased"
     from customer c left join person p on p.tenant_id = c.tenant_id and p.customer_id = c.customer_id
     where c.tenant_id = ${tenantId} and c.customer_id = any(${ids}::uuid[])`.execute(db);
  return new Map(
    rows.map(({ id, name, externalId, email, isErased }) => {
      if (isErased) return [id, { ru: 'удалённый клиент', en: 'an erased customer' }];
      const known = [name, externalId].filter((part) => part !== null);
      const text = known.length === 2 ? `${known[0]} (${known[1]})` : (known[0] ?? email ?? wireId('cus', id));
      return [id, { ru: text, en: text }];
    }),
  );
}
