import { courseSeller } from './course-seller.ts';
import { milestones } from './milestones.ts';
import { pointsClub } from './points-club.ts';
import { signUpCode } from './sign-up-code.ts';
import { storyDonation } from './story-donation.ts';
import { subscriptionAmbassador } from './subscription-ambassador.ts';
import type { Template } from './template.ts';
import { threeLevels } from './three-levels.ts';
import { twoSidedCode } from './two-sided-code.ts';

/** Every template, in the order of the gallery. */
export const TEMPLATES: readonly Template[] = [
  threeLevels,
  twoSidedCode,
  courseSeller,
  milestones,
  subscriptionAmbassador,
  storyDonation,
  pointsClub,
  signUpCode,
];

export function findTemplate(id: string): Template | null {
  return TEMPLATES.find((template) => template.id === id) ?? null;
}
