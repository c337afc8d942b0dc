import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** What a change was answered with is shown from here on. A reading asked for before the change is given up: its answer would bring back what stood earlier. */
export async function keepAnswer(queries: QueryClient, queryKey: QueryKey, answer: unknown): Promise<void> {
  await queries.cancelQueries({ queryKey, exact: true });
  queries.setQueryData(queryKey, answer);
}
