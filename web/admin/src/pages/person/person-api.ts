import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Balance } from '../../amounts.ts';
import { type ApiError, ask } from '../../api.ts';
import type { ShownBenefit } from '../../parts/benefit-text.tsx';
import type { Keyset } from '../../parts/keyset-list.tsx';

export interface Texts {
  readonly ru: string;
  readonly en: string;
}

export interface Membership {
  readonly id: string;
  readonly programId: string;
  readonly status: 'invited' | 'active' | 'paused' | 'left' | 'blocked';
  readonly joinedAt: string | null;
  readonly tier: { readonly name: Texts | null } | null;
}

export interface Person {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly balances: readonly Balance[];
  readonly memberships: readonly Membership[];
  readonly codes: readonly { readonly id: string; readonly code: string; readonly link: string; readonly status: string }[];
  readonly complaints: readonly string[];
  readonly counts: {
    readonly orders: number;
    readonly paidOrders: number;
    readonly referrals: number;
    readonly waitingReferrals: number;
    readonly qualifiedReferrals: number;
    readonly openComplaints: number;
  };
}

export interface Referral {
  readonly id: string;
  readonly programId: string;
  readonly friendId: string;
  readonly referrerId: string;
  readonly status: string;
  readonly startedAt: string;
  readonly orderId: string | null;
  readonly texts: { readonly staff: Texts };
  readonly whyNotYet: { readonly staff: Texts } | null;
}

export interface Reward {
  readonly id: string;
  readonly programId: string;
  readonly ruleId: string;
  readonly beneficiary: 'referrer' | 'friend' | 'buyer' | 'company';
  readonly customerId: string;
  readonly friendId: string | null;
  readonly occurredAt: string;
  readonly orderId: string | null;
  readonly status: string;
  readonly heldUntil: string | null;
  readonly holdReasons: readonly string[];
  readonly benefit: ShownBenefit;
  readonly texts: { readonly staff: Texts };
}

export const personKey = (id: string) => ['person', id] as const;

export function usePerson(id: string) {
  return useQuery<Person, ApiError>({ queryKey: personKey(id), queryFn: () => ask<Person>('GET', `/v1/customers/${id}`) });
}

export function usePersonList<T>(id: string, what: string, query = 'limit=50') {
  return useQuery<Keyset<T>, ApiError>({
    queryKey: [...personKey(id), what, query],
    queryFn: () => ask<Keyset<T>>('GET', `/v1/customers/${id}/${what}?${query}`),
  });
}

const FIRST_ROWS = 5;
const MORE_ROWS = 20;

/** A list that grows by a page whenever more is asked for: on a page of many lists the first few of each are enough. */
export function usePersonPages<T>(
  id: string,
  what: string,
  { query = '', first = FIRST_ROWS }: { readonly query?: string; readonly first?: number } = {},
) {
  return useInfiniteQuery<Keyset<T>, ApiError, readonly T[], readonly unknown[], string>({
    queryKey: [...personKey(id), what, 'pages', query],
    queryFn: ({ pageParam }) =>
      ask<Keyset<T>>(
        'GET',
        `/v1/customers/${id}/${what}?limit=${pageParam === '' ? first : MORE_ROWS}${query}${pageParam === '' ? '' : `&cursor=${pageParam}`}`,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}
