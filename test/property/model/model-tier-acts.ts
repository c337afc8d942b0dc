/** What moves members of the model along a ladder beside orders and friends: words, complaints, invitations and yeses. */
import type { ProgramDocument } from '../../../src/domain/program/document.ts';
import type { Step } from '../step.ts';
import { type BodyOf, customerOf } from './model-acts.ts';
import { occasionOf } from './model-case.ts';
import { enrol, enrolIn } from './model-enrolment.ts';
import { type ModelStanding, noStanding } from './model-records.ts';
import { grantRules } from './model-rules.ts';
import { type ModelState, placeOf, versionAt } from './model-state.ts';

export function giveFeedback(state: ModelState, step: Step, { score }: BodyOf<'feedback'>): string {
  const customer = customerOf(step);
  const { at } = step;
  state.scores.push({ customer, score, at });
  grantRules(state, occasionOf({ trigger: 'feedback.given', customer, naturalKey: `event:api:${step.eventId}`, at, eventAt: at }));
  enrol(state, customer, step.sentAt);
  return 'processed';
}

export function complain(state: ModelState, step: Step, { isOpen, complaint }: BodyOf<'complaint'>): string {
  const customer = customerOf(step);
  const known = state.complaints.get(customer) ?? new Map<string, 'open' | Date>();
  const was = known.get(complaint);
  const isClosed = was instanceof Date && was >= step.at;
  if (isOpen ? was === 'open' : isClosed) return 'duplicate';
  if (!isOpen && was === 'open') known.delete(complaint);
  else if (!isOpen || !isClosed) known.set(complaint, isOpen ? 'open' : step.at);
  state.complaints.set(customer, known);
  enrol(state, customer, step.sentAt);
  return 'processed';
}

/** A new version looks at everybody: who may take part by it, and who moves. */
export function evaluate(state: ModelState, step: Step, { program, customers }: BodyOf<'evaluate'>): string {
  for (const customer of customers) {
    state.touched.add(customer);
    if (!state.erased.has(customer) && !state.mergedInto.has(customer)) enrolIn(state, { program, customer }, step.at);
  }
  return 'processed';
}

export function moveTier(state: ModelState, step: Step, { type, program: index, tier: id, version }: BodyOf<'accept' | 'invite'>): string {
  const customer = customerOf(step);
  const program = state.programs[index];
  const document = program === undefined ? undefined : versionAt(program, state.now)?.document;
  if (document === undefined) return 'program_unknown';
  const place = placeOf(index, customer);
  const membership = state.memberships.get(place);
  if (membership !== 'active') return membership === undefined ? 'membership_unknown' : 'membership_state';
  const standing = state.standings.get(place);
  if (document.tiers.every((tier) => tier.id !== id)) return 'tier_unknown';
  if (type === 'invite') return invite(state, { place, id, document, standing });
  if (standing?.tier === id) return 'processed';
  if (standing?.invitation?.to !== id) return 'tier_not_invited';
  const isKnown = state.acceptances.some(
    (one) => one.program === index && one.customer === customer && one.tier === id && one.version === version,
  );
  if (!isKnown) state.acceptances.push({ program: index, customer, tier: id, version });
  return 'processed';
}

interface Invited {
  readonly place: string;
  readonly id: string;
  readonly document: ProgramDocument;
  readonly standing: ModelStanding | undefined;
}

/** By staff, to a tier above that asks for a yes; it stays open whatever the conditions say. */
function invite(state: ModelState, { place, id, document, standing }: Invited): string {
  const rank = (of: string | null | undefined): number => document.tiers.findIndex((tier) => tier.id === of);
  if (document.tiers[rank(id)]?.entry.acceptance === 'none' || rank(id) <= rank(standing?.tier)) return 'tier_state';
  const open = standing?.invitation ?? null;
  if (open?.to === id && open.by === 'staff') return 'processed';
  const base = standing ?? noStanding(state.now);
  state.standings.set(place, { ...base, invitation: { to: id, at: state.now, by: 'staff' } });
  return 'processed';
}
