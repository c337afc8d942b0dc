import { pointsClub } from './points-club.ts';
import type { Template } from './template.ts';
import { twoSidedCode } from './two-sided-code.ts';

/** Every template, in the order of the gallery. */
export const TEMPLATES: readonly Template[] = [twoSidedCode, pointsClub];

export function findTemplate(id: string): Template | null {
  return TEMPLATES.find((template) => template.id === id) ?? null;
}
