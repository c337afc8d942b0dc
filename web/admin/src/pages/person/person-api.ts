import { useQuery } from '@tanstack/react-query';
import type { Balance } from '../../amounts.ts';
import { type ApiError, ask } from '../../api.ts';
import type { Program } from '../../document/program-api.ts';
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

export function usePrograms() {
  return useQuery<{ readonly items: readonly Program[] }, ApiError>({
    queryKey: ['programs'],
    queryFn: () => ask('GET', '/v1/programs?limit=200'),
  });
}
