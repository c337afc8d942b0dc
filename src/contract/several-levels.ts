/** Pay for several levels is refused by its name, wherever a document tries it (requirement 3-22). */
import { type ProgramIssue, pointer } from '../domain/program/program-issue.ts';

const LEVEL_FIELDS: ReadonlySet<string> = new Set(['levels', 'level', 'upline', 'downline', 'depth', 'secondTier', 'secondLevel']);
const ABOVE_THE_REFERRER = /^(?!referrer$)(?:.*referrer.*|grand.*|upline.*|(?:second|third|level|tier)[-_ ]?.*|.*level.*)$/i;

/**
 * The places of a document, as sent, that would pay whoever referred the referrer: a grant `to` somebody above, or a field of levels
 * in the document, a rule or a grant.
 */
export function severalLevels(input: unknown): readonly ProgramIssue[] {
  const ofTiers = listAt(input, 'tiers').flatMap((tier, index) => inRules(tier, pointer('/tiers', index)));
  return [...fieldsOfLevels(input, ''), ...inRules(input, ''), ...ofTiers].map(severalLevelsIssue);
}

function inRules(owner: unknown, at: string): readonly string[] {
  return listAt(owner, 'rules').flatMap((rule, index) => {
    const field = pointer(`${at}/rules`, index);
    const grants = fieldOf(rule, 'grant');
    const legs = Array.isArray(grants)
      ? grants.map((grant: unknown, place) => ({ grant, field: `${field}/grant/${place}` }))
      : [{ grant: grants, field: `${field}/grant` }];
    return [...fieldsOfLevels(rule, field), ...legs.flatMap(inGrant)];
  });
}

function inGrant({ grant, field }: { readonly grant: unknown; readonly field: string }): readonly string[] {
  const to = fieldOf(grant, 'to');
  const isAbove = typeof to === 'string' && ABOVE_THE_REFERRER.test(to);
  return [...(isAbove ? [pointer(field, 'to')] : []), ...fieldsOfLevels(grant, field)];
}

/** The issues of a form with those of levels in the place of what the form says of the same fields. */
export function withSeveralLevels(issues: readonly ProgramIssue[], input: unknown): readonly ProgramIssue[] {
  const named = severalLevels(input);
  const fields = new Set(named.map(({ field }) => field));
  return [...named, ...issues.filter(({ field }) => !fields.has(field))];
}

function fieldsOfLevels(value: unknown, field: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.keys(value)
    .filter((key) => LEVEL_FIELDS.has(key))
    .map((key) => pointer(field, key));
}

function listAt(value: unknown, key: string): readonly unknown[] {
  const found = fieldOf(value, key);
  return Array.isArray(found) ? found : [];
}

function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function severalLevelsIssue(field: string): ProgramIssue {
  return {
    code: 'several_levels',
    field,
    text: {
      ru:
        'Несколько уровней не строятся: награду получает только тот, кто сам привёл покупателя. 10/5/3 % при марже 15 % отдают 18 из 15, ' +
        '10/5 % не оставляют ничего. Посчитайте свои: POST /v1/calculators/multi-level.',
      en:
        'Several levels are not built: only whoever brought the buyer is rewarded. 10/5/3 % at a margin of 15 % pay 18 of 15, ' +
        '10/5 % leave nothing. Count your own: POST /v1/calculators/multi-level.',
    },
  };
}
