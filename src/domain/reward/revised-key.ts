/**
 * The natural key of what a staff correction grants again: the same, and its revision (contract.md 6.10). A control character parts them,
 * which no id of a shop can hold: order `1001#1` is another order than `1001` after its first correction.
 */
const REVISION_MARK = '\u001f#';

export function revisedKey(naturalKey: string, revision: number): string {
  return revision === 0 ? naturalKey : `${naturalKey}${REVISION_MARK}${revision}`;
}

/** The key as it was before the corrections; `revision` is the one it was made under. */
export function withoutRevision(naturalKey: string, revision: number): string {
  return naturalKey.slice(0, naturalKey.length - revisedKey('', revision).length);
}
