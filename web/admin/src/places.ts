/** The pages a role may be without: the menu shows none of them, and the frame lets nobody in by their address. */
import type { useRights } from './rights.ts';

type Rights = ReturnType<typeof useRights>;

interface Place {
  readonly to: string;
  /** Absent: for everybody who is signed in. */
  readonly may?: (rights: Rights) => boolean;
}

/** As in the menu. */
export const PLACES = [
  { to: '/', text: 'nav.home' },
  { to: '/programs', text: 'nav.programs' },
  { to: '/people', text: 'nav.people' },
  { to: '/queues', text: 'nav.queues' },
  { to: '/by-hand', text: 'nav.byHand', may: ({ mayChange }: Rights) => mayChange('events') },
  { to: '/files', text: 'nav.files', may: ({ mayChange }: Rights) => mayChange('uploads') },
  // Who records orders decides on those that nobody vouches for; the connections themselves are not shown to them.
  { to: '/connect', text: 'nav.connect', may: ({ mayChange, maySee }: Rights) => maySee('connectors') || mayChange('events') },
  { to: '/settings', text: 'nav.settings' },
] as const satisfies readonly (Place & { readonly text: string })[];

/** Reached by links. */
const FURTHER: readonly Place[] = [
  { to: '/start', may: ({ mayChange }) => mayChange('programs') },
  { to: '/settings/self-check', may: ({ maySee }) => maySee('settings') },
];

/** Whether these rights open the page at a path. */
export function mayEnter(path: string, rights: Rights): boolean {
  const places: readonly Place[] = [...PLACES, ...FURTHER];
  return places.every(({ to, may }) => may === undefined || !isWithin(path, to) || may(rights));
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}
