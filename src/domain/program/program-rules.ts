import type { ProgramDocument, Rule, Tier } from './document.ts';

/** Every rule of the document, those of its tiers included; ids are unique among them. */
export function allRules(document: ProgramDocument): readonly Rule[] {
  return document.tiers.length === 0 ? document.rules : [...document.rules, ...document.tiers.flatMap((tier) => tier.rules)];
}

/** The same, each with its JSON pointer into the document. */
export function placedRules({ rules, tiers }: ProgramDocument): readonly { readonly rule: Rule; readonly field: string }[] {
  return [
    ...rules.map((rule, index) => ({ rule, field: `/rules/${index}` })),
    ...tiers.flatMap((tier, index) => tier.rules.map((rule, number) => ({ rule, field: `/tiers/${index}/rules/${number}` }))),
  ];
}

/** The rule of that id, of a tier or of the programme itself. */
export function findRule(document: ProgramDocument, ruleId: string): Rule | null {
  return document.rules.find((rule) => rule.id === ruleId) ?? allRules(document).find((rule) => rule.id === ruleId) ?? null;
}

export function findTier(document: ProgramDocument, tierId: string | null): Tier | null {
  return tierId === null ? null : (document.tiers.find((tier) => tier.id === tierId) ?? null);
}

/** The rules for a member of the tier (null = of none): the programme's own but those the tier replaces, then the tier's. */
export function rulesFor(document: ProgramDocument, tierId: string | null): readonly Rule[] {
  const tier = findTier(document, tierId);
  if (tier === null) return document.rules;
  return [...document.rules.filter((rule) => !tier.replaces.includes(rule.id)), ...tier.rules];
}
