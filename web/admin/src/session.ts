import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { ApiError, ask } from './api.ts';
import { setShopZone } from './shop-time.ts';

export interface Me {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: 'owner' | 'marketer' | 'sales' | 'accountant' | 'support' | 'cashier' | 'readOnly';
  readonly locale: 'ru' | 'en';
  readonly hasTotp: boolean;
  /** Of the business: every time in the console is told and taken in it. */
  readonly timeZone: string;
  /** Rooms of the API this person may change, and the sensitive ones they may read. */
  readonly mayChange: readonly string[];
  readonly maySee: readonly string[];
}

const ME = ['me'] as const;

/** Who is signed in; an error of status 401 when nobody is. */
export function useMe() {
  return useQuery<Me, ApiError>({ queryKey: ME, queryFn: askMe });
}

export async function askMe(): Promise<Me> {
  const me = await ask<Me>('GET', '/v1/console/me');
  setShopZone(me.timeZone);
  return me;
}

/** Of who is on a page whose session has ended: asked to sign in again, has put that off, or is back. */
type SessionEnd = 'none' | 'asked' | 'putOff' | 'back';
const END = ['session-end'] as const;

export function isSessionOver(error: unknown): boolean {
  return error instanceof ApiError && error.problem.code === 'unauthorized';
}

/**
 * Every refusal of the API comes by here: the page stays, with all that was typed, and signing in is asked in front of it. Who has put that
 * off is asked again only by what they press, not by what the page asks by itself.
 */
export function noteRefusal(queries: QueryClient, error: unknown, by: 'page' | 'press'): void {
  if (!isSessionOver(error) || queries.getQueryData(ME) === undefined) return;
  if (by === 'press' || queries.getQueryData(END) !== 'putOff') queries.setQueryData<SessionEnd>(END, 'asked');
}

export function useSessionEnd() {
  const queries = useQueryClient();
  const { data } = useQuery<SessionEnd>({ queryKey: END, queryFn: () => 'none', enabled: false, initialData: 'none' });
  return {
    state: data,
    ask: () => queries.setQueryData<SessionEnd>(END, 'asked'),
    putOff: () => queries.setQueryData<SessionEnd>(END, 'putOff'),
    /** Somebody is in: what could not be asked meanwhile is asked again. Another person gets a page of their own. */
    goOn: async () => {
      const [before, me] = [queries.getQueryData<Me>(ME), await askMe()];
      if (before?.id !== me.id) {
        window.location.reload();
        return;
      }
      queries.setQueryData(ME, me);
      queries.setQueryData<SessionEnd>(END, 'back');
      await queries.refetchQueries({ type: 'active', predicate: ({ state }) => isSessionOver(state.error) });
    },
  };
}
