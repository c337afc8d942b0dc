import type { ProgramId } from '../ids.ts';
import type { ProgramDocument } from './document.ts';
import type { Program } from './program.ts';
import { allRules, findRule } from './program-rules.ts';

/** Whether every version that has the rule counts its referrers by the same period and zone, so that its counters hold all there is. */
export function hasOneCap(program: Program, ruleId: string): boolean {
  const ways = new Set<string>();
  for (const { document } of program.versions) {
    const way = findWay(document, ruleId);
    if (way !== null) ways.add(way);
  }
  return ways.size <= 1;
}

/** Programmes with a rule of which some versions cap what others do not, or by another period (contract.md 6.14). */
export function programsOfSeveralCaps(programs: readonly Program[]): readonly ProgramId[] {
  return programs.filter((program) => !ruleIdsOf(program).every((ruleId) => hasOneCap(program, ruleId))).map((program) => program.id);
}

function ruleIdsOf({ versions }: Program): readonly string[] {
  return versions.length < 2 ? [] : versions.flatMap(({ document }) => allRules(document).map((rule) => rule.id));
}

/** Null = the version has no such rule. */
function findWay(document: ProgramDocument, ruleId: string): string | null {
  const rule = findRule(document, ruleId);
  if (rule === null) return null;
  const per = rule.caps.perReferrer?.per;
  return per === undefined ? 'none' : per === 'life' ? per : `${per} ${document.timeZone}`;
}
