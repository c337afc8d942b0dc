/** From a stored payload to decided events, or to the reason why not. */

import { connectorReasonText } from '../contract/connector-texts.ts';
import type { OutcomeInput } from '../contract/connectors.endpoints.ts';
import { eventAnswer, type WireEventAnswer } from '../contract/event-answer-schema.ts';
import { type Problem, problemToWire } from '../contract/problems.ts';
import { type CustomerId, parseWireId } from '../domain/ids.ts';
import { ok, type Result } from '../domain/result.ts';
import { decodeEvent } from '../events/decode-event.ts';
import { problemOf } from '../events/take-events.ts';
import { canonicalEmail } from '../identity/canonical-email.ts';
import { canonicalPhone } from '../identity/canonical-phone.ts';
import { identityHash } from '../identity/identity-hash.ts';
import type { Submission, SubmissionResult } from '../intake/submission.ts';
import type { ConnectorRecord } from './connectors.store.ts';
import { type MappedEvent, type MappingReason, mapPayload, mappedCustomer } from './map-payload.ts';
import { leavesOf, readPayload, type Tree } from './read-payload.ts';

export interface MappedPayload {
  readonly tree: Tree | null;
  readonly events: readonly MappedEvent[];
  readonly reason: MappingReason | null;
}

interface Sent {
  readonly contentType: string;
  readonly body: string;
  readonly query: string;
  readonly receivedAt: Date;
}

/** What a payload would be under the mapping of a connection. */
export function readMapped(connector: Pick<ConnectorRecord, 'mapping'>, sent: Sent, timeZone: string): MappedPayload {
  const tree = readPayload(sent);
  if (!tree.ok) return { tree: null, events: [], reason: { code: 'unreadable', field: null, value: null } };
  const mapped = mapPayload(connector.mapping, tree.value, { receivedAt: sent.receivedAt, timeZone });
  return mapped.ok ? { tree: tree.value, events: mapped.value, reason: null } : { tree: tree.value, events: [], reason: mapped.error };
}

export interface Decided {
  readonly outcome: OutcomeInput;
  readonly customerIds: readonly CustomerId[];
  /** Whether the road could not take them now: nothing is said yet. */
  readonly isPostponed: boolean;
  readonly isRefused: boolean;
}

export type Submit = (submissions: readonly Submission[]) => Promise<readonly SubmissionResult[]>;

/** Sends mapped events down the road, or asks it what they would lead to. */
export async function decideEvents(
  connector: ConnectorRecord,
  events: readonly MappedEvent[],
  sending: { readonly submit: Submit; readonly now: Date; readonly actor: string | null },
): Promise<Decided> {
  const sender = { tenantId: connector.tenantId, source: `hook:${connector.id.replaceAll('-', '')}` };
  const decoded = events.map((event): Result<Submission, Problem> => {
    const submission = decodeEvent(event.body, sender, sending.now);
    if (!submission.ok) return submission;
    // When something was told is no part of what was told: the id stands for the rest.
    const { occurredAt: _told, ...says } = event.body;
    return ok({ ...submission.value, fingerprint: says, actor: sending.actor });
  });
  const submissions = decoded.flatMap((each) => (each.ok ? [each.value] : []));
  const results = submissions.length === 0 ? [] : await sending.submit(submissions);
  let next = 0;
  const shown = decoded.map((each, index) => {
    const event = events[index];
    const result = each.ok ? results[next++] : undefined;
    const problem = each.ok ? (result?.kind === 'refused' ? problemOf(result) : null) : each.error;
    const answer = result?.kind === 'answered' ? eventAnswer.parse(JSON.parse(result.answer)) : null;
    return { event, answer, problem };
  });
  const isPostponed = shown.some(({ problem }) => problem?.code === 'intake_overloaded' || problem?.code === 'internal_error');
  return {
    outcome: {
      events: shown.flatMap(({ event, answer, problem }) => (event === undefined ? [] : [eventToWire(event, answer, problem)])),
      reason: null,
    },
    customerIds: customersOf(shown.flatMap(({ answer }) => (answer === null ? [] : [answer]))),
    isPostponed,
    isRefused: shown.some(({ problem }) => problem !== null),
  };
}

/** Events that nobody has decided, for a page. */
export function eventToWire(event: MappedEvent, answer: WireEventAnswer | null, problem: Problem | null): OutcomeInput['events'][number] {
  const { body } = event;
  return {
    type: event.type,
    orderId: event.orderId,
    customer: customerName(body['customer']),
    total: moneyIn(body),
    occurredAt: String(body['occurredAt']),
    answer,
    problem: problem === null ? null : problemShown(problem),
    notes: event.leftOut.map((field) => ({ code: 'contact-left-out', field, text: connectorReasonText('contact-left-out') })),
  };
}

function problemShown(found: Problem): { code: string; field: string | null; text: { ru: string; en: string } } {
  const { text } = problemToWire(found, { language: 'en', instance: null });
  // Of our own making, two lines above.
  return { code: found.code, field: found.field, text: text as { ru: string; en: string } };
}

export function reasonToWire(reason: MappingReason): NonNullable<OutcomeInput['reason']> {
  return { ...reason, value: reason.value === null ? null : reason.value.slice(0, 200), text: connectorReasonText(reason.code) };
}

function customerName(customer: unknown): string | null {
  if (typeof customer !== 'object' || customer === null) return null;
  const shown = ['name', 'email', 'phone', 'externalId'].map((field) => Reflect.get(customer, field)).find((value) => value !== undefined);
  return shown === undefined ? null : String(shown);
}

function moneyIn(body: MappedEvent['body']): { amountMinor: string; currency: string } | null {
  const holder = body['order'] ?? body['refund'];
  if (typeof holder !== 'object' || holder === null) return null;
  const money: unknown = 'total' in holder ? holder.total : 'amount' in holder ? holder.amount : null;
  if (typeof money !== 'object' || money === null || !('amountMinor' in money) || !('currency' in money)) return null;
  return { amountMinor: String(money.amountMinor), currency: String(money.currency) };
}

function customersOf(answers: readonly WireEventAnswer[]): readonly CustomerId[] {
  const ids = answers.flatMap((answer) => {
    const id = answer.customerId === null ? null : parseWireId('cus', answer.customerId);
    return id === null ? [] : [id];
  });
  return [...new Set(ids)];
}

/** No address and no number is longer (RFC 5321). */
const NAME_LENGTH_MAX = 320;

/** The keyed hashes of whom a payload names, at any place of it: erasing a person finds it whatever became of it, and whatever the mapping was. */
export function personHashes(hashKey: Buffer, connector: Pick<ConnectorRecord, 'mapping'>, tree: Tree | null): readonly Buffer[] {
  if (tree === null) return [];
  const externalId = mappedCustomer(connector.mapping, tree)?.['externalId'];
  const hashes = [...new Set(leavesOf(tree))].flatMap((text) => {
    if (text.length > NAME_LENGTH_MAX) return [];
    const mail = canonicalEmail(text);
    const number = canonicalPhone(text);
    return [
      ...(mail.ok ? [identityHash(hashKey, 'email', mail.value)] : []),
      ...(number.ok ? [identityHash(hashKey, 'phone', number.value)] : []),
    ];
  });
  return externalId === undefined ? hashes : [...hashes, identityHash(hashKey, 'externalId', externalId)];
}
