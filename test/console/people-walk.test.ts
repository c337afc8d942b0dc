/** A search walked page by page: everybody who matches, each once, however many ways they match in (issue 3, People; Q-6). */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Caller } from '../../src/contract/caller.ts';
import { type PeopleSearch, searchPeople } from '../../src/customers/search-people.store.ts';
import { foldCode } from '../../src/domain/codes/fold-code.ts';
import { customerList } from '../../src/exports/people-lists.store.ts';
import { sourceOf } from '../../src/exports/table-list.ts';
import { type Api, openApi } from '../support/api.ts';

interface Someone {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly code: string | null;
}

/** Few syllables, so that names, e-mails and codes of many begin alike. */
const syllable = fc.constantFrom('an', 'ann', 'ana', 'bo', 'anb');
const crowd = fc.array(
  fc.record({
    words: fc.array(syllable, { minLength: 1, maxLength: 3 }),
    email: fc.array(syllable, { minLength: 1, maxLength: 2 }),
    code: fc.option(fc.array(syllable, { minLength: 2, maxLength: 2 })),
  }),
  { minLength: 60, maxLength: 60 },
);

describe('a walk through a search', () => {
  let api: Api;
  let caller: Caller;
  let people: readonly Someone[];

  beforeAll(async () => {
    api = await openApi();
    const { tenantId } = api.business;
    const [tenant] = await api.rows<{ hash_key: Buffer }>('select hash_key from tenant where tenant_id = $1', [tenantId]);
    const hashKey = tenant?.hash_key ?? Buffer.of();
    caller = { tenantId, slug: 'shop', hashKey, keyId: 'k', kind: 'secret', source: 'api', scopes: ['read'] };
    const [drawn = []] = fc.sample(crowd, { seed: 7, numRuns: 1 });
    people = drawn.map(({ words, email, code }, index) => ({
      id: `p${index}`,
      name: words.join(' '),
      email: `${email.join('.')}${index}@example.com`,
      code: code === null ? null : `${code.join('-')}-${index}`,
    }));
    for (const { id, name, email, code } of people) {
      const reply = await api.ask({ method: 'PUT', url: `/v1/customers/${id}`, body: { name, email } });
      expect(reply.status, reply.text).toBe(200);
      if (code !== null) expect((await api.post(`/v1/customers/${id}/codes`, { code })).status).toBe(201);
    }
  });

  /** Numbered ones, past the API: thousands would take minutes by it. */
  async function addPeople(count: number, { email, name }: { readonly email: string; readonly name: string }): Promise<void> {
    await api.rows(
      `with added as (
         insert into customer (tenant_id, customer_id, created_at)
         select $1, gen_random_uuid(), now() from generate_series(1, $2::int)
         returning customer_id
       )
       insert into person (tenant_id, customer_id, person_id, email, name, folded_name, updated_at)
       select $1, customer_id, customer_id, $3 || n || '@example.com', $4 || n, $4 || n, now()
       from (select customer_id, row_number() over () as n from added) numbered`,
      [api.business.tenantId, count, email, name],
    );
  }

  const matching = (q: string): string[] =>
    people
      .filter(({ name, email, code }) => {
        const words = name.split(' ');
        const suffixes = words.map((_, index) => words.slice(index).join(' '));
        const isOfCode = code !== null && foldCode(code).startsWith(foldCode(q));
        return isOfCode || [...suffixes, email].some((text) => text.startsWith(q));
      })
      .map(({ id }) => id)
      .sort();

  async function walk(q: string, limit: number): Promise<string[]> {
    const seen: string[] = [];
    let cursor: string | null = '';
    for (let pages = 0; cursor !== null && pages < 100; pages += 1) {
      const at: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body } = await api.get(`/v1/customers?q=${encodeURIComponent(q)}&limit=${limit}${at}`);
      seen.push(...body.items.map((each: { externalId: string }) => each.externalId));
      cursor = body.nextCursor;
    }
    return seen.sort();
  }

  it('shows everybody once in pages of three, though nearly all match by name, second word, e-mail and code', async () => {
    expect(matching('an').length).toBeGreaterThan(50);
    expect(await walk('an', 3)).toEqual(matching('an'));
  });

  it('shows everybody once whatever is typed and however long a page is', async () => {
    const typed = fc.oneof(
      syllable,
      fc.tuple(syllable, fc.constantFrom('.', '-', ' '), syllable).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(
        typed.filter((q) => !q.includes(' ')),
        fc.integer({ min: 1, max: 30 }),
        async (q, limit) => {
          expect(await walk(q, limit)).toEqual(matching(q));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('shows whom the text identifies first, and not again where their name or code matches', async () => {
    await api.ask({ method: 'PUT', url: '/v1/customers/anb', body: { name: 'ann an', email: 'ana@example.com' } });
    const first = await api.get('/v1/customers?q=anb&limit=1');
    expect(first.body.items).toMatchObject([{ externalId: 'anb' }]);
    const all = await walk('anb', 1);
    expect(all).toEqual([...new Set(all)]);
    expect(all).toEqual(['anb', ...matching('anb')].sort());
    await api.ask({ method: 'DELETE', url: '/v1/customers/anb' });
  });

  it('reaches everybody of a file, page by page', async () => {
    const { kysely: db } = api.test.database;
    const source = sourceOf(customerList, { db, caller, query: { q: 'an' }, customerId: undefined });
    const ids: string[] = [];
    let after: readonly string[] | null = null;
    do {
      const page = await source.page({ after, limit: 3 });
      ids.push(...page.rows.map(([externalId]) => (externalId?.kind === 'text' ? externalId.text : '')));
      after = page.next;
    } while (after !== null);
    expect(ids.sort()).toEqual(matching('an'));
    const file = await api.get('/v1/exports/customers.csv?q=an');
    expect(file.text.trim().split('\n')).toHaveLength(1 + matching('an').length);
  });

  it('goes on behind thousands of matches that are nobody’s first, to the end and with no empty page', async () => {
    const count = 6_100;
    await addPeople(count, { email: 'zoe.', name: 'zoe ' });
    for (const limit of [200, 60]) {
      const seen: string[] = [];
      const lengths: number[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const at: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const { body } = await api.get(`/v1/customers?q=zoe&limit=${limit}${at}`);
        seen.push(...body.items.map(({ id }: { id: string }) => id));
        lengths.push(body.items.length);
        cursor = body.nextCursor;
      }
      expect(lengths).not.toContain(0);
      expect(seen).toHaveLength(count);
      expect(new Set(seen).size).toBe(count);
    }
  });

  it('has no empty page where those who follow stand thousands of matches apart', async () => {
    // Everybody is met by name first; by e-mail all of them again, and behind the last three whom no name brings.
    await addPeople(9_000, { email: 'yana.', name: 'yan ' });
    await addPeople(3, { email: 'yana.z', name: 'boris ' });
    const walkOf = async (limit: number): Promise<number[]> => {
      const lengths: number[] = [];
      let after: PeopleSearch['after'] = null;
      do {
        const found = await searchPeople(api.test.database.kysely, caller, { q: 'yan', filter: {}, after, limit });
        lengths.push(found.ids.length);
        after = found.next;
      } while (after !== null);
      return lengths;
    };
    for (const limit of [200, 199, 150]) {
      const lengths = await walkOf(limit);
      expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(9_003);
      expect(Math.min(...lengths)).toBeGreaterThan(0);
    }
  });
});
