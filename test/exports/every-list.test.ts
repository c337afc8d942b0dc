/** Issue 4, section 4, Out: every list of the API has a file, narrowed by the same words and read by the same roles, and a button in the console. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import { EXPORT_LISTS, LISTED_EXPORTS, listedExportEndpoints, OWN_EXPORTS } from '../../src/contract/exports.endpoints.ts';
import { allRoutes } from '../../src/http/all-routes.ts';

const endpoints: readonly Endpoint[] = allRoutes(Object.create(null)).map((route) => route.endpoint);

/** No lists of what a business has: each with the reason why nobody takes it along. */
const NO_LISTS: Readonly<Record<string, string>> = {
  '/v1/checklist': 'what is left to do at the start; words of the product',
  '/v1/templates': 'of the product',
  '/v1/programs/{id}/trial-orders': 'a choice of orders for one test',
  '/v1/console/sessions': 'of one person, to end them',
  '/v1/customers/{id}/payable': 'what one person could be paid now, to propose it; what was paid is in the payouts',
  '/v1/tenant/cabinet-secrets': 'secrets',
  '/v1/mail/texts': 'texts, edited where they stand',
};

function isList({ method, path, access, answer }: Endpoint): boolean {
  if (method !== 'GET' || access === 'member' || access === 'anyone' || access === 'publishable') return false;
  return answer instanceof z.ZodObject && 'items' in answer.shape && NO_LISTS[path] === undefined;
}

const lists = endpoints.filter(isList);
const served = new Set([
  ...Object.values(OWN_EXPORTS).flatMap(({ serves }): readonly string[] => serves),
  ...Object.values(LISTED_EXPORTS).map(({ of }) => of.path),
]);

describe('every list of the route table', () => {
  it.each(lists.map(({ path }) => path))('%s has a file', (path) => {
    expect(served).toContain(path);
  });

  it('is there: what files are made of, and what is said to be no list, exists', () => {
    const known = endpoints.map(({ path }) => path);
    for (const path of [...served, ...Object.keys(NO_LISTS)]) expect(known).toContain(path);
  });

  it.each(listedExportEndpoints.filter(({ format }) => format === 'csv').map(({ list }) => list))(
    '%s: the file is narrowed by the words of its list, and read by who reads it',
    (list) => {
      const { of, path } = LISTED_EXPORTS[list];
      for (const { endpoint } of listedExportEndpoints.filter((each) => each.list === list)) {
        expect([endpoint.tag, endpoint.access]).toEqual([of.tag, of.access]);
        const words = Object.keys(of.query.shape).filter((word) => word !== 'limit' && word !== 'cursor');
        const { query } = endpoint;
        expect(query instanceof z.ZodObject ? Object.keys(query.shape).toSorted() : null).toEqual(
          [...Object.values(path), ...words].toSorted(),
        );
      }
    },
  );

  it.each(Object.entries(OWN_EXPORTS).flatMap(([list, { serves }]) => serves.map((path): [string, string] => [list, path])))(
    '%s knows every word that narrows %s',
    (list, path) => {
      const own = Object.entries(OWN_EXPORTS).find(([name]) => name === list)?.[1];
      const of = lists.find((each) => each.path === path);
      const words = of?.query instanceof z.ZodObject ? Object.keys(of.query.shape) : [];
      // `order` narrows nothing, `ids` names the rows of another list, `as` whose side of a referral is asked for: a file holds both.
      const asked = words.filter((word) => !['limit', 'cursor', 'order', 'ids', 'as'].includes(word));
      expect(own && of ? [own.tag, own.access] : null).not.toBeNull();
      for (const word of asked) expect(Object.keys(own?.query.shape ?? {}), path).toContain(word);
    },
  );

  it.each(EXPORT_LISTS.filter((list) => list !== 'tax-years'))('%s has a button on a page of its own', (list) => {
    expect(pages.filter(({ name }) => !name.endsWith('exports.tsx')).filter((page) => offers(page, list))).not.toEqual([]);
  });

  it.each(EXPORT_LISTS.filter((list) => !OF_ONE_THING.includes(list)))('%s stands among all of them in the settings', (list) => {
    expect(pages.filter(({ name }) => name.endsWith('exports.tsx')).some((page) => offers(page, list))).toBe(true);
  });
});

/** What a whole business has no list of. */
const OF_ONE_THING = ['story', 'deliveries', 'entitled'];

const PAGES = 'web/admin/src/pages';
const pages = readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => ({ name, source: readFileSync(join(PAGES, name), 'utf8') }))
  .filter(({ source }) => source.includes('<ExportButtons'));

function offers({ source }: { readonly source: string }, list: string): boolean {
  return new RegExp(`list="${list}"|list: '${list}'|^ {2}'${list}',$`, 'm').test(source);
}
