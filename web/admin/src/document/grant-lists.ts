import { isList, isRecord, type Json } from './pointer.ts';

/** One grant may stand without its list; forms want the list. */
export function withGrantLists(document: Json): Json {
  if (isList(document)) return document.map(withGrantLists);
  if (!isRecord(document)) return document;
  return Object.fromEntries(
    Object.entries(document).map(([name, value]) => [
      name,
      name === 'grant' && isRecord(value) ? [withGrantLists(value)] : withGrantLists(value),
    ]),
  );
}
