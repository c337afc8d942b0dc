import type { ProgramDocument } from '../document.ts';
import { type PlacedGrant, type PlacedRule, placedGrants, placedRules } from '../give-away.ts';
import type { Finding, Place, Severity } from './advice.ts';
import type { LintFigures, OtherProgram, OwnerFigures } from './figures.ts';

/** What a check looks at. */
export interface LintContext {
  readonly document: ProgramDocument;
  readonly rules: readonly PlacedRule[];
  readonly grants: readonly PlacedGrant[];
  /** Null before the shop's first paid order, and where the programme is in another currency than the shop's orders. */
  readonly figures: LintFigures | null;
  /** The shop's figures whatever their currency. */
  readonly shop: LintFigures | null;
  readonly owner: OwnerFigures;
  readonly margin: KnownMargin | null;
  readonly others: readonly OtherProgram[];
  /** The day the law is looked up at. */
  readonly at: Date;
}

/** What is left of a price after the goods are paid for: typed by the owner, else from the lines of orders whose cost is known. */
export interface KnownMargin {
  readonly basisPoints: bigint;
  readonly from: 'document' | 'owner' | 'lines';
}

/** One check. `canOverride` is for an error that a typed reason overrides. */
export interface CheckDefinition {
  readonly severity: Severity;
  readonly canOverride?: true;
  readonly find: (context: LintContext) => readonly Finding[];
}

/** What the caller knows of the shop beside the document. */
export interface LintKnowledge {
  readonly figures: LintFigures | null;
  readonly owner: OwnerFigures;
  readonly others: readonly OtherProgram[];
  readonly at: Date;
}

/** Everything a check may look at. */
export function lintContext(document: ProgramDocument, known: LintKnowledge): LintContext {
  const rules = placedRules(document);
  const { figures: shop, owner, others, at } = known;
  const figures = shop !== null && shop.currency === document.currency ? shop : null;
  return {
    document,
    rules,
    grants: rules.flatMap(placedGrants),
    figures,
    shop,
    owner,
    margin: knownMargin(document, owner, shop),
    others: others.filter((other) => other.document.currency === document.currency),
    at,
  };
}

function knownMargin({ margin }: ProgramDocument, owner: OwnerFigures, shop: LintFigures | null): KnownMargin | null {
  if (margin !== null && margin !== undefined) return { basisPoints: margin.basisPoints, from: 'document' };
  if (owner.margin !== null) return { basisPoints: owner.margin.basisPoints, from: 'owner' };
  if (shop?.margin != null) return { basisPoints: shop.margin.basisPoints, from: 'lines' };
  return null;
}

export function atRule({ path, rule, tierId }: PlacedRule, step = ''): Place {
  return { path: `${path}${step}`, ruleId: rule.id, tierId, perkId: null };
}

/** The rules of these places, each once: “rule 1”, “rules 1, 2 of tier …”. */
export function ruleNames(places: readonly PlacedRule[]): { readonly ru: string; readonly en: string } {
  const rules = [...new Map(places.map(({ rule, inWords }) => [rule.id, inWords])).values()];
  const listed = (locale: 'ru' | 'en'): string => rules.map((inWords) => inWords[locale]).join(', ');
  const isOne = rules.length === 1;
  return { ru: `${isOne ? 'правило' : 'правила'} ${listed('ru')}`, en: `${isOne ? 'rule' : 'rules'} ${listed('en')}` };
}

export function atTier(index: number, tierId: string, step = ''): Place {
  return { path: `/tiers/${index}${step}`, ruleId: null, tierId, perkId: null };
}

export function atPerk(index: number, perkId: string, step = ''): Place {
  return { path: `/perks/${index}${step}`, ruleId: null, tierId: null, perkId };
}

export function atDocument(path: string): Place {
  return { path, ruleId: null, tierId: null, perkId: null };
}
