/** Finding people while somebody types. Each way to be found is one ordered index look-up (migration people_search), however many customers there are. */
import { type RawBuilder, sql } from 'kysely';
import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import { foldCode } from '../domain/codes/fold-code.ts';
import { foldName } from '../identity/fold-name.ts';
import { findCustomerIdByInput } from './customers.store.ts';
import { amongFiltered, isFiltered, type PeopleFilter } from './people-filter.store.ts';

/** Fewer digits than this are the end of half the phones there are. */
const PHONE_DIGITS_MIN = 3;
/** Above every text in byte order. */
const LAST = '\u{10ffff}';

const NAME = sql`person.folded_name`;
const SECOND_WORD = sql`substr(person.folded_name, strpos(person.folded_name, ' ') + 1) collate "C"`;
const THIRD_WORD = sql`substr(person.folded_name, length(split_part(person.folded_name, ' ', 1)) + length(split_part(person.folded_name, ' ', 2)) + 3) collate "C"`;
const EMAIL = sql`lower(person.email) collate "C"`;
const PHONE = sql`reverse(regexp_replace(person.phone, '[^0-9]', '', 'g')) collate "C"`;
const CODE = sql`code.folded`;

export interface FoundPerson {
  readonly customerId: string;
  /** What was matched, as the index has it: the order of the list, and where its next page starts. */
  readonly key: string;
}

export interface PeopleSearch {
  readonly q: string;
  readonly after: { readonly key: string; readonly customerId: string } | null;
  readonly filter: PeopleFilter;
  readonly limit: number;
}

interface Way {
  readonly key: RawBuilder<unknown>;
  readonly from: 'person' | 'code';
  readonly starts: string;
  readonly where: RawBuilder<unknown>;
}

/** People whose name has a word that begins so, whose e-mail or code begins so, or whose phone ends so; at most `limit` + 1, each once. */
export async function searchPeople(db: Db, caller: Caller, search: PeopleSearch): Promise<readonly FoundPerson[]> {
  const { after, limit } = search;
  const parts = waysOf(search.q).map((way) => selectBy(caller, way, search));
  const [exact, { rows }] = await Promise.all([
    after === null && !isFiltered(search.filter) ? findExactly(db, caller, search.q) : [],
    sql<FoundPerson>`
      select customer_id as "customerId", key from (${sql.join(parts, sql` union all `)}) found
      order by key, customer_id limit ${sql.lit(limit + 1)}`.execute(db),
  ]);
  return onceEach([...exact, ...rows]).slice(0, limit + 1);
}

/** By what identifies a person, however it is spelled: `+7 (912) …`, an address with a tag, the shop's own id. */
async function findExactly(db: Db, caller: Caller, q: string): Promise<readonly FoundPerson[]> {
  const named = [{ externalId: q }, { email: q }, { phone: q }];
  const ids = await Promise.all(named.map((each) => findCustomerIdByInput(db, caller, each)));
  return ids.flatMap((customerId) => (customerId === null ? [] : [{ customerId, key: '' }]));
}

function waysOf(q: string): readonly Way[] {
  const folded = foldName(q);
  const words = folded.split(' ');
  // A name typed in another order than it is kept: its longest word leads, the others must be there as well.
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), '');
  const others = words.length === 1 ? sql`true` : hasWords(words.filter((word) => word !== longest));
  const name = { from: 'person', starts: longest, where: others } as const;
  const digits = q.replace(/\D/g, '');
  // In Russia the same number is said with 8 and written with +7.
  const phone = digits.length === 11 && digits.startsWith('8') ? digits.slice(1) : digits;
  return [
    { ...name, key: NAME },
    { ...name, key: SECOND_WORD, where: sql`strpos(person.folded_name, ' ') > 0 and ${others}` },
    { ...name, key: THIRD_WORD, where: sql`split_part(person.folded_name, ' ', 3) <> '' and ${others}` },
    { key: EMAIL, from: 'person', starts: q.trim().toLowerCase(), where: sql`person.email is not null` },
    ...(phone.length < PHONE_DIGITS_MIN || /\p{L}/u.test(q)
      ? []
      : [{ key: PHONE, from: 'person', starts: [...phone].reverse().join(''), where: sql`person.phone is not null` } as const]),
    { key: CODE, from: 'code', starts: foldCode(q.trim()), where: sql`true` },
  ];
}

function hasWords(words: readonly string[]): RawBuilder<unknown> {
  return sql.join(
    words.map((word) => sql`strpos(' ' || person.folded_name, ${` ${word}`}) > 0`),
    sql` and `,
  );
}

function selectBy(caller: Caller, { key, from, starts, where }: Way, { after, filter, limit }: PeopleSearch): RawBuilder<unknown> {
  const next = after === null ? sql`true` : sql`(${key}, ${sql.ref(`${from}.customer_id`)}) > (${after.key}, ${after.customerId}::uuid)`;
  return sql`(
    select ${key} as key, customer.customer_id
    from ${sql.table(from)} join customer on customer.tenant_id = ${sql.ref(`${from}.tenant_id`)} and customer.customer_id = ${sql.ref(`${from}.customer_id`)}
    where ${sql.ref(`${from}.tenant_id`)} = ${caller.tenantId} and ${key} >= ${starts} and ${key} < ${starts + LAST} and ${where} and ${next}
      and customer.merged_into is null and customer.erased_at is null and ${amongFiltered(filter)}
    order by ${key}, ${sql.ref(`${from}.customer_id`)} limit ${sql.lit(limit + 1)})`;
}

function onceEach(rows: readonly FoundPerson[]): readonly FoundPerson[] {
  const seen = new Set<string>();
  return rows.filter(({ customerId }) => !seen.has(customerId) && seen.add(customerId));
}
