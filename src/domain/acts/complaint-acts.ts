/** Complaints as a shop tells of them, in whatever order: a closing that comes before its opening waits for it. */
import type { Subject } from '../attribution/resolve-attribution.ts';
import type { ShopEventBody } from '../events.ts';
import type { Customer } from '../facts/entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import { getCustomer } from '../member/membership.ts';
import { enrolEverywhere } from '../order/pay-order.ts';

/** Of one customer, the latest; the openings of older ones have long come or never will. */
const EARLY_CLOSINGS_MAX = 100;

type ComplaintBody = Extract<ShopEventBody, { type: 'complaint.opened' | 'complaint.closed' }>;

export function changeComplaint(ws: Workspace, subject: Subject, { type, complaintId }: ComplaintBody): 'processed' | 'duplicate' {
  const customer = getCustomer(ws, subject.id);
  const changed = type === 'complaint.opened' ? opened(ws, customer, complaintId) : closed(ws, customer, complaintId);
  if (changed === null) return 'duplicate';
  if (changed !== customer) ws.customers.put(changed);
  enrolEverywhere(ws, subject);
  return 'processed';
}

/** What was closed at that instant or later stays closed, however often its opening is told; a later opening opens it again. */
function opened(ws: Workspace, customer: Customer, complaintId: string): Customer | null {
  if (customer.openComplaints.includes(complaintId)) return null;
  const known = customer.earlyClosings.find((closing) => closing.complaintId === complaintId);
  if (known !== undefined && known.at >= ws.event.occurredAt) {
    ws.notes.push({ kind: 'complaint-closed-before', complaintId });
    return customer;
  }
  const earlyClosings = customer.earlyClosings.filter((closing) => closing !== known);
  return { ...customer, earlyClosings, openComplaints: [...customer.openComplaints, complaintId] };
}

function closed(ws: Workspace, customer: Customer, complaintId: string): Customer | null {
  const at = ws.event.occurredAt;
  const openComplaints = customer.openComplaints.filter((id) => id !== complaintId);
  if (openComplaints.length < customer.openComplaints.length) return { ...customer, openComplaints };
  const known = customer.earlyClosings.find((closing) => closing.complaintId === complaintId);
  if (known !== undefined && known.at >= at) return null;
  const others = customer.earlyClosings.filter((closing) => closing !== known);
  return { ...customer, earlyClosings: [...others, { complaintId, at }].slice(-EARLY_CLOSINGS_MAX) };
}
