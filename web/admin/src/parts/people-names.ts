import { useQuery } from '@tanstack/react-query';
import { type ApiError, ask } from '../api.ts';

export interface PersonSummary {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** What people in the rows of another list are called, asked for all of them at once. */
export function usePeopleNames(ids: readonly (string | null)[]): (id: string | null) => string {
  const named = [...new Set(ids.flatMap((id) => (id === null ? [] : [id])))].sort();
  const { data } = useQuery<{ readonly items: readonly PersonSummary[] }, ApiError>({
    queryKey: ['names', named],
    queryFn: () => ask('GET', `/v1/customers?ids=${named.join(',')}`),
    enabled: named.length > 0,
    staleTime: 60_000,
  });
  const names = new Map((data?.items ?? []).map((each) => [each.id, nameOf(each)]));
  return (id) => (id === null ? '' : (names.get(id) ?? '…'));
}

export function nameOf({ name, externalId, email, phone, id }: PersonSummary): string {
  return name ?? externalId ?? email ?? phone ?? id.slice(0, 12);
}
