import { useQuery } from '@tanstack/react-query';
import { type ApiError, ask } from './api.ts';
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

/** Who is signed in; an error of status 401 when nobody is. */
export function useMe() {
  return useQuery<Me, ApiError>({
    queryKey: ['me'],
    queryFn: async () => {
      const me = await ask<Me>('GET', '/v1/console/me');
      setShopZone(me.timeZone);
      return me;
    },
  });
}
