import type { ProgramDocument } from '../document.ts';
import { type Advice, CHECKS, type Check } from './advice.ts';
import { attributionChecks } from './attribution-checks.ts';
import { type CheckDefinition, type LintKnowledge, lintContext } from './check.ts';
import { expiryChecks } from './expiry-checks.ts';
import { lawChecks } from './law-checks.ts';
import { limitChecks } from './limit-checks.ts';
import { marginChecks } from './margin-checks.ts';
import { overlapChecks } from './overlap-checks.ts';
import { perkChecks } from './perk-checks.ts';
import { priceChecks } from './price-checks.ts';
import { referralChecks } from './referral-checks.ts';
import { stepChecks } from './step-checks.ts';
import { tierChecks } from './tier-checks.ts';

const DEFINITIONS: Readonly<Record<Check, CheckDefinition>> = {
  ...priceChecks,
  ...marginChecks,
  ...limitChecks,
  ...expiryChecks,
  ...attributionChecks,
  ...referralChecks,
  ...lawChecks,
  ...overlapChecks,
  ...stepChecks,
  ...tierChecks,
  ...perkChecks,
};

/**
 * What is unwise in a programme that can work (requirement 0-01): in the order of `CHECKS`, then of the document. Pure: the same
 * document and figures give the same advice.
 */
export function lintProgram(document: ProgramDocument, known: LintKnowledge): readonly Advice[] {
  const context = lintContext(document, known);
  return CHECKS.flatMap((check) => {
    const { severity, canOverride = false, find } = DEFINITIONS[check];
    return find(context).map((finding) => ({ check, severity, canOverride, ...finding }));
  });
}

/** How grave a check is, wherever it fires. */
export function severityOf(check: Check): Pick<Advice, 'severity' | 'canOverride'> {
  const { severity, canOverride = false } = DEFINITIONS[check];
  return { severity, canOverride };
}
