import { useMe } from './session.ts';

/** What the one signed in may do, as the API says: a button that would only be refused is not shown. */
export function useRights(): { readonly mayChange: (room: string) => boolean; readonly maySee: (room: string) => boolean } {
  const me = useMe();
  return {
    mayChange: (room) => me.data?.mayChange.includes(room) === true,
    maySee: (room) => me.data?.maySee.includes(room) === true,
  };
}
