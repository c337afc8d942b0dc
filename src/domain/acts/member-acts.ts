/** Joining and leaving a programme, codes, feedback, sign-up: what members and staff do about a customer. */

import { openReferrals, recordTouches } from '../attribution/record-touches.ts';
import { lockAttribution, reportAttributions, type Subject } from '../attribution/resolve-attribution.ts';
import { foldCode, isBlockedCode, isVanityCode } from '../codes/fold-code.ts';
import type { DecisionProblem, DecisionProblemCode, Missing } from '../decision.ts';
import type { ActBody, ShopEventBody } from '../events.ts';
import type { MembershipStatus } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { Workspace } from '../facts/workspace.ts';
import { wireId } from '../ids.ts';
import { openLot } from '../ledger/lots.ts';
import { system } from '../ledger/post-transfer.ts';
import { addCode, enrolmentFailures, ensureCode, ensureMember, getCustomer } from '../member/membership.ts';
import { enrolEverywhere } from '../order/pay-order.ts';
import { revokeClaims } from '../perk/claims.ts';
import { findVersionAt, programStatusAt } from '../program/program.ts';
import { grantRules } from '../reward/grant-rules.ts';

export type ActOutcome = 'processed' | 'duplicate' | DecisionProblem;

export function signUp(ws: Workspace, subject: Subject): ActOutcome {
  const at = ws.event.occurredAt;
  const customer = getCustomer(ws, subject.id);
  if (customer.signedUpAt === null) ws.customers.put({ ...customer, signedUpAt: at });
  recordTouches(ws, subject.id);
  for (const program of ws.allPrograms) {
    const document = findVersionAt(program, at)?.document;
    if (document?.attribution.lockAt === 'signUp' && programStatusAt(program, at) === 'live') lockAttribution(ws, program, subject, at);
  }
  openReferrals(ws, subject, 'joined', at);
  reportAttributions(ws, subject, at);
  grantRules(ws, { trigger: 'member.signed_up', subject, order: null, at, accrual: { kind: 'whole' } });
  enrolEverywhere(ws, subject);
  return 'processed';
}

/** A lead before it orders, or a claim that keeps the attribution across devices. */
export function registerReferral(ws: Workspace, subject: Subject, trigger: 'referral.registered' | null): ActOutcome {
  const at = ws.event.occurredAt;
  getCustomer(ws, subject.id);
  recordTouches(ws, subject.id);
  openReferrals(ws, subject, 'started', at);
  reportAttributions(ws, subject, at);
  if (trigger !== null) grantRules(ws, { trigger, subject, order: null, at, accrual: { kind: 'whole' } });
  enrolEverywhere(ws, subject);
  return 'processed';
}

export function giveFeedback(ws: Workspace, subject: Subject, body: Extract<ShopEventBody, { type: 'feedback.given' }>): ActOutcome {
  const { sequence, occurredAt } = ws.event;
  ws.customers.put({ ...getCustomer(ws, subject.id), lastScore: body.score });
  ws.feedback.put({ sequence, customerId: subject.id, score: body.score, occurredAt });
  const order = body.orderId === null ? null : ws.orders.get(body.orderId);
  grantRules(ws, { trigger: 'feedback.given', subject, order, at: ws.event.occurredAt, accrual: { kind: 'whole' } });
  enrolEverywhere(ws, subject);
  return 'processed';
}

export function customEvent(ws: Workspace, subject: Subject, name: string): ActOutcome {
  getCustomer(ws, subject.id);
  recordTouches(ws, subject.id);
  grantRules(ws, { trigger: `custom.${name}`, subject, order: null, at: ws.event.occurredAt, accrual: { kind: 'whole' } });
  enrolEverywhere(ws, subject);
  return 'processed';
}

export function joinProgram(ws: Workspace, subject: Subject, body: Extract<ActBody, { type: 'membership.joined' }>): ActOutcome {
  const at = ws.event.occurredAt;
  const program = ws.programs.get(body.programId);
  const document = program === null ? undefined : findVersionAt(program, at)?.document;
  if (program === null || document === undefined) return problem('program_unknown', 'programId');
  if (programStatusAt(program, at) === 'ended') return problem('program_state', 'programId');
  const known = ws.memberships.get(memberKey(program.id, subject.id));
  if (known?.status === 'blocked') return problem('membership_state', null);
  if (known !== null && known.status === 'active') {
    ws.produced['membershipId'] = wireId('mem', known.id);
    return 'processed';
  }
  if (document.enrolment.mode === 'staff' && body.by !== 'staff') return problem('enrolment_mode', 'programId');
  const [failure] = enrolmentFailures(ws, program, subject.id, at);
  if (failure !== undefined) return problem('enrolment_conditions', 'programId', failure.missing);
  if (known !== null) ws.memberships.put({ ...known, status: 'active', joinedAt: known.joinedAt ?? at });
  const member = known ?? ensureMember(ws, program, subject.id, at);
  ensureCode(ws, subject.id);
  ws.produced['membershipId'] = wireId('mem', member.id);
  return 'processed';
}

const NEXT: Readonly<Record<MembershipStatus, readonly MembershipStatus[]>> = {
  invited: ['active', 'left', 'blocked'],
  active: ['paused', 'left', 'blocked'],
  paused: ['active', 'left', 'blocked'],
  left: ['active', 'blocked'],
  blocked: ['active'],
};

export function changeMembership(ws: Workspace, subject: Subject, body: Extract<ActBody, { type: 'membership.changed' }>): ActOutcome {
  const known = ws.memberships.get(memberKey(body.programId, subject.id));
  if (known === null) return problem('membership_unknown', 'programId');
  ws.produced['membershipId'] = wireId('mem', known.id);
  if (known.status === body.status) return 'processed';
  // Changed since by somebody else: who may come back from there is judged anew.
  if (body.from !== undefined && body.from !== known.status) return problem('membership_state', 'status');
  if (!NEXT[known.status].includes(body.status)) return problem('membership_state', 'status');
  ws.memberships.put({ ...known, status: body.status });
  if (body.status === 'left' || body.status === 'blocked') revokeClaims(ws, known);
  return 'processed';
}

export function createCode(ws: Workspace, subject: Subject, body: Extract<ActBody, { type: 'code.created' }>): ActOutcome {
  const customer = getCustomer(ws, subject.id);
  const text = body.text ?? ws.nextCode();
  if (body.text !== null) {
    if (!isVanityCode(body.text)) return problem('code_invalid', 'code');
    const folded = foldCode(body.text);
    const taken = ws.codes.by('folded', folded)[0] ?? null;
    if (taken !== null && taken.customerId === customer.id && taken.status === 'active') {
      // Renaming back: the newest code is the one on the link.
      ws.codes.put({ ...taken, createdAt: ws.event.storedAt, text: body.text });
      ws.produced['codeId'] = wireId('cod', taken.id);
      return 'processed';
    }
    if (taken !== null || isBlockedCode(folded)) return problem('code_taken', 'code');
  }
  const code = addCode(ws, customer.id, text, body.kind);
  if (ws.event.body.type === 'code.created') enrolEverywhere(ws, subject);
  ws.produced['codeId'] = wireId('cod', code.id);
  return 'processed';
}

export function retireCode(ws: Workspace, codeId: Extract<ActBody, { type: 'code.retired' }>['codeId']): ActOutcome {
  const code = ws.codes.get(codeId);
  if (code === null) return problem('code_unknown', 'code');
  ws.codes.put({ ...code, status: 'retired', retiredAt: code.retiredAt ?? ws.event.occurredAt });
  return 'processed';
}

/** A customer of the shop's own list: known from now on, with the code and balance they had elsewhere. Enrols nobody (contract.md 1). */
export function importCustomer(ws: Workspace, subject: Subject, body: Extract<ActBody, { type: 'customer.imported' }>): ActOutcome {
  const customer = getCustomer(ws, subject.id);
  recordTouches(ws, subject.id);
  if (body.code !== null) {
    const outcome = createCode(ws, subject, { type: 'code.created', text: body.code, kind: 'personal' });
    if (typeof outcome !== 'string') return outcome;
  }
  if (body.opening !== null && body.opening.amount > 0n) {
    openLot(ws, {
      customerId: customer.id,
      unit: body.opening.unit,
      amount: body.opening.amount,
      from: system('adjustment'),
      reason: 'opening-balance',
      rewardId: null,
      createdAt: ws.event.occurredAt,
      expiresAt: body.opening.expiresAt,
    });
  }
  return 'processed';
}

function problem(code: DecisionProblemCode, field: string | null, missing: Missing | null = null): DecisionProblem {
  return { code, field, missing };
}
