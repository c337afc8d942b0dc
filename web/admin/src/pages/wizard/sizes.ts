/** What an owner may want to change of a document, each once: the same size in six rules is one question. */
import { isList, isRecord, type Json, pathOf, valueAt } from '../../document/pointer.ts';
import type { LocalizedText } from '../../document/program-api.ts';

type SizeKind = 'money' | 'percent' | 'whole' | 'text';

export interface Size {
  /** Names its label among the texts. */
  readonly name: string;
  readonly kind: SizeKind;
  /** Minor units as text, a number, or words. */
  readonly value: string | number;
  /** Everywhere it stands, pointing at the number itself. */
  readonly paths: readonly string[];
  /** Where it stands, when that tells it from another of its name: a tier, or from which friend on. */
  readonly where: { readonly tier: LocalizedText | null; readonly fromFriend: number | null };
  /** Of first importance: shown at once. */
  readonly isMain: boolean;
}

interface Pattern {
  readonly name: string;
  readonly kind: SizeKind;
  readonly path: RegExp;
  readonly isMain?: true;
}

const PATTERNS: readonly Pattern[] = [
  { name: 'percent', kind: 'percent', path: /\/benefit\/percent\/basisPoints$/, isMain: true },
  { name: 'amount', kind: 'money', path: /\/benefit\/amount\/amountMinor$/, isMain: true },
  { name: 'points', kind: 'whole', path: /\/benefit\/points$/, isMain: true },
  { name: 'step', kind: 'money', path: /\/benefit\/steps\/table\/\d+\/amount\/amountMinor$/, isMain: true },
  { name: 'giftName', kind: 'text', path: /\/benefit\/sku$/, isMain: true },
  { name: 'giftCost', kind: 'money', path: /\/benefit\/cost\/amountMinor$/, isMain: true },
  { name: 'minimum', kind: 'money', path: /\/if\/\d+\/paid\/atLeast\/amountMinor$/, isMain: true },
  { name: 'budget', kind: 'money', path: /^\/budget\/amountMinor$/, isMain: true },
  { name: 'most', kind: 'money', path: /\/benefit\/max\/amountMinor$/ },
  { name: 'holdDays', kind: 'whole', path: /\/hold\/days$/ },
  { name: 'capCount', kind: 'whole', path: /\/caps\/perReferrer\/count$/ },
  { name: 'capAmount', kind: 'money', path: /\/caps\/perReferrer\/amount\/amountMinor$/ },
  { name: 'expires', kind: 'whole', path: /\/(expiresAfterDays|benefit\/validDays)$/ },
  { name: 'window', kind: 'whole', path: /^\/attribution\/windowDays$/ },
  { name: 'perkCost', kind: 'money', path: /^\/perks\/\d+\/cost\/amountMinor$/ },
  { name: 'perkCapacity', kind: 'whole', path: /^\/perks\/\d+\/capacity$/ },
];

/** In the order of the patterns, then of the document. A size of zero is no question. */
export function sizesOf(document: Json): readonly Size[] {
  const found = new Map<string, Size>();
  for (const { path, value } of leavesOf(document)) {
    const pattern = PATTERNS.find((each) => each.path.test(path));
    if (pattern === undefined || value === '0') continue;
    const key = `${String(PATTERNS.indexOf(pattern)).padStart(2, '0')} ${pattern.name} ${value}`;
    const known = found.get(key);
    const { name, kind, isMain = false } = pattern;
    const paths = [...(known?.paths ?? []), path];
    found.set(key, { name, kind, isMain, value, paths, where: whereOf(document, paths) });
  }
  return [...found.entries()].toSorted(([a], [b]) => a.slice(0, 2).localeCompare(b.slice(0, 2))).map(([, size]) => size);
}

function whereOf(document: Json, paths: readonly string[]): Size['where'] {
  const tiers = new Set(paths.map((path) => /^\/tiers\/\d+/.exec(path)?.[0] ?? ''));
  const [tier = ''] = [...tiers];
  const name = tiers.size === 1 && tier !== '' ? valueAt(document, `${tier}/name`) : null;
  const step = /^.*\/steps\/table\/\d+/.exec(paths[0] ?? '')?.[0];
  const from = step === undefined ? null : valueAt(document, `${step}/from`);
  return {
    tier: isRecord(name) ? { ru: String(name['ru']), en: String(name['en']) } : null,
    fromFriend: typeof from === 'number' ? from : null,
  };
}

function leavesOf(node: Json, path = ''): readonly { readonly path: string; readonly value: string | number }[] {
  if (typeof node === 'string' || typeof node === 'number') return [{ path, value: node }];
  if (isList(node)) return node.flatMap((item, index) => leavesOf(item, `${path}/${index}`));
  return isRecord(node) ? Object.entries(node).flatMap(([name, value]) => leavesOf(value, `${path}${pathOf([name])}`)) : [];
}
