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
/** Below every text that matches: those whom `q` identifies lead. */
const EXACT = '';
/** So many matches are read for one page, some tens of milliseconds, and at most so many by one statement. */
const MATCHES_MAX = 4_000;
/** Of which one is shown and the other begins the next page. */
const FOUND_MIN = 2;

const NAME = sql`person.folded_name`;
const SECOND_WORD = sql`substr(person.folded_name, strpos(person.folded_name, ' ') + 1) collate "C"`;
const THIRD_WORD = sql`substr(person.folded_name, length(split_part(person.folded_name, ' ', 1)) + length(split_part(person.folded_name, ' ', 2)) + 3) collate "C"`;
const EMAIL = sql`lower(person.email) collate "C"`;
const PHONE = sql`reverse(regexp_replace(person.phone, '[^0-9]', '', 'g')) collate "C"`;
const CODE = sql`code.folded`;

/** What was matched, as the index has it, and whose: the order of a walk. */
interface Place {
  readonly key: string;
  readonly customerId: string;
}

export interface PeopleSearch {
  readonly q: string;
  readonly after: Place | null;
  readonly filter: PeopleFilter;
  readonly limit: number;
}

export interface FoundPeople {
  /** At most as many as were asked for; fewer do not mean that nobody follows. Empty only when nobody is found at all. */
  readonly ids: readonly string[];
  /** Where the next page starts; null: this was the last. */
  readonly next: Place | null;
}

interface Way {
  readonly key: RawBuilder<unknown>;
  readonly from: 'person' | 'code';
  readonly starts: string;
  readonly where: RawBuilder<unknown>;
}

interface Match extends Place {
  /** No other match of this person stands before it. */
  readonly isFirst: boolean;
}

/**
 * People whose name has a word that begins so, whose e-mail or code begins so, or whose phone ends so. In a walk each comes once: where
 * the first of their matches stands, or before all others when `q` is exactly what identifies them. Matches that are nobody's first are
 * read and passed over: among thousands of them a page is short and says where to go on. It never says so in vain, so one that has found
 * nobody, or nobody to begin the next page with, reads on to the next person or to the end.
 */
export async function searchPeople(db: Db, caller: Caller, search: PeopleSearch): Promise<FoundPeople> {
  const { after, limit } = search;
  const exact = isFiltered(search.filter) ? [] : await findExactly(db, caller, search.q);
  const known = new Set(exact.map(({ customerId }) => customerId));
  const found = exact.filter(({ customerId }) => after === null || (after.key === EXACT && customerId > after.customerId));
  let place = after;
  let hasMore = true;
  for (let read = 0, size = limit + 1; hasMore && found.length <= limit && (read < MATCHES_MAX || found.length < FOUND_MIN); ) {
    const matches = await readMatches(db, caller, { ...search, after: place, limit: size });
    found.push(...matches.filter((match) => match.isFirst && !known.has(match.customerId)));
    place = matches.at(-1) ?? place;
    hasMore = matches.length === size;
    read += size;
    size = Math.min(size * 4, MATCHES_MAX);
  }
  const shown = found.slice(0, hasMore ? Math.min(limit, found.length - 1) : limit);
  const last = shown.at(-1);
  const isLast = shown.length === found.length;
  return { ids: shown.map(({ customerId }) => customerId), next: isLast || last === undefined ? null : last };
}

/** The next `limit` matches, each with the word whether it is its person's first: told from the person's own row, never from the rows before. */
async function readMatches(db: Db, caller: Caller, search: PeopleSearch): Promise<readonly Match[]> {
  const ways = waysOf(search.q);
  const parts = ways.map((way) => selectBy(caller, way, search));
  const { rows } = await sql<Match>`
    select found.customer_id as "customerId", found.key, found.key = least(${sql.join(ways.map(keyOfPerson))}) as "isFirst"
    from (
      select key, customer_id from (${sql.join(parts, sql` union `)}) match
      order by key, customer_id limit ${sql.lit(search.limit)}) found
    left join person on person.tenant_id = ${caller.tenantId} and person.customer_id = found.customer_id
    order by found.key, found.customer_id`.execute(db);
  return rows;
}

/** Where the person of `found` stands by this way; null when not found by it. */
function keyOfPerson(way: Way): RawBuilder<unknown> {
  const { key, from, where } = way;
  if (from === 'person') return sql`case when ${where} and ${startsAsTyped(way)} then ${key} end`;
  return sql`(
    select min(code.folded) from code
    where code.tenant_id = person.tenant_id and code.customer_id = found.customer_id and ${where} and ${startsAsTyped(way)})`;
}

function startsAsTyped({ key, starts }: Way): RawBuilder<unknown> {
  return sql`${key} >= ${starts} and ${key} < ${starts + LAST}`;
}

/** By what identifies a person, however it is spelled: `+7 (912) …`, an address with a tag, the shop's own id. */
async function findExactly(db: Db, caller: Caller, q: string): Promise<readonly Place[]> {
  const named = [{ externalId: q }, { email: q }, { phone: q }];
  const ids = new Set(await Promise.all(named.map((each) => findCustomerIdByInput(db, caller, each))));
  return [...ids]
    .filter((id) => id !== null)
    .sort()
    .map((customerId) => ({ key: EXACT, customerId }));
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

function selectBy(caller: Caller, way: Way, { after, filter, limit }: PeopleSearch): RawBuilder<unknown> {
  const { key, from, where } = way;
  const next = after === null ? sql`true` : sql`(${key}, ${sql.ref(`${from}.customer_id`)}) > (${after.key}, ${after.customerId}::uuid)`;
  return sql`(
    select ${key} as key, customer.customer_id
    from ${sql.table(from)} join customer on customer.tenant_id = ${sql.ref(`${from}.tenant_id`)} and customer.customer_id = ${sql.ref(`${from}.customer_id`)}
    where ${sql.ref(`${from}.tenant_id`)} = ${caller.tenantId} and ${startsAsTyped(way)} and ${where} and ${next}
      and customer.merged_into is null and customer.erased_at is null and ${amongFiltered(filter)}
    order by ${key}, ${sql.ref(`${from}.customer_id`)} limit ${sql.lit(limit)})`;
}
