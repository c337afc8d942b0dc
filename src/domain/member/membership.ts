import { foldCode } from '../codes/fold-code.ts';
import type { Code } from '../facts/code.ts';
import type { Customer, Membership } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CodeId, CustomerId, MembershipId } from '../ids.ts';
import { findVersionAt, type Program, programStatusAt } from '../program/program.ts';
import { type EnrolmentGap, enrolmentGaps } from './enrolment-gaps.ts';

/** The customer's record, made now when this event is the first to name them. */
export function getCustomer(ws: Workspace, id: CustomerId): Customer {
  const known = ws.customers.get(id);
  if (known !== null) return known;
  const made: Customer = {
    id,
    createdAt: ws.event.storedAt,
    signedUpAt: null,
    orderCount: 0,
    paidOrderCount: 0,
    deliveredOrderCount: 0,
    firstOrderAt: null,
    lastOrderAt: null,
    openComplaints: [],
    earlyClosings: [],
    lastScore: null,
    mergedInto: null,
    erasedAt: null,
  };
  ws.customers.put(made);
  return made;
}

/** Makes the customer an active member with a code of their own; a blocked, paused or left membership stays as it is. */
export function ensureMember(ws: Workspace, program: Program, customerId: CustomerId, at: Date): Membership {
  const key = memberKey(program.id, customerId);
  const known = ws.memberships.get(key);
  if (known !== null && known.status !== 'invited') return known;
  const active: Membership = {
    id: known?.id ?? ws.nextId<MembershipId>(),
    programId: program.id,
    customerId,
    status: 'active',
    joinedAt: at,
  };
  ws.memberships.put(active);
  ensureCode(ws, customerId);
  return active;
}

/** The customer's newest active personal code, made when there is none. */
export function ensureCode(ws: Workspace, customerId: CustomerId): Code {
  const own = ws.codes.by('customer', customerId).filter((code) => code.kind === 'personal' && code.status === 'active');
  const newest = own.at(-1);
  return newest ?? addCode(ws, customerId, ws.nextCode(), 'personal');
}

export function addCode(ws: Workspace, customerId: CustomerId, text: string, kind: Code['kind']): Code {
  const code: Code = {
    id: ws.nextId<CodeId>(),
    customerId,
    text,
    folded: foldCode(text),
    kind,
    status: 'active',
    createdAt: ws.event.storedAt,
    retiredAt: null,
  };
  ws.codes.put(code);
  return code;
}

/** Automatic enrolment of one customer (contract.md 1): at each live event of theirs, and for all at publish. True when they joined now. */
export function enrolAutomatically(ws: Workspace, program: Program, customerId: CustomerId, at: Date): boolean {
  if (programStatusAt(program, at) !== 'live') return false;
  const document = findVersionAt(program, at)?.document;
  if (document === undefined || document.enrolment.mode !== 'automatic') return false;
  if (ws.memberships.get(memberKey(program.id, customerId)) !== null) return false;
  if (enrolmentFailures(ws, program, customerId, at).length > 0) return false;
  ensureMember(ws, program, customerId, at);
  return true;
}

/** What a customer lacks to take part, by the version effective at the instant; empty = may join. */
export function enrolmentFailures(ws: Workspace, program: Program, customerId: CustomerId, at: Date): readonly EnrolmentGap[] {
  const document = findVersionAt(program, at)?.document;
  return document === undefined ? [] : enrolmentGaps(document, getCustomer(ws, customerId), at);
}
