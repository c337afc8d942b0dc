import type { Event } from '../domain/events.ts';
import { foldName } from '../identity/fold-name.ts';
import type { Resolution } from './resolve-submission.ts';
import { type Row, type RowsByTable, sparse } from './row.ts';
import type { Submission } from './submission.ts';

/** Contacts, names and free data of an event: kept outside the log, so that erasing them leaves it whole (contract.md 6.3). */
export function personalRows(event: Event, submission: Submission, resolution: Resolution): RowsByTable {
  const { storedAt } = event;
  const rows: RowsByTable = {
    person: resolution.people.map(
      (person): Row => ({
        customer_id: person.customerId,
        person_id: person.personId,
        external_id: sparse(person.externalId),
        email: sparse(person.email),
        phone: sparse(person.phone),
        name: sparse(person.name),
        folded_name: sparse(person.name === null ? null : foldName(person.name)),
        updated_at: storedAt,
      }),
    ),
    identity: resolution.identities.map(
      (row): Row => ({ kind: row.kind, hash: `\\x${row.hash}`, customer_id: row.customerId, created_at: storedAt }),
    ),
  };
  if (submission.personal !== null) {
    rows['event_personal'] = [{ sequence: event.sequence.toString(), customer_id: event.customer?.id ?? null, data: submission.personal }];
  }
  if (submission.consents !== undefined && event.customer !== null) {
    const { id } = event.customer;
    rows['consent'] = submission.consents.map(
      (consent): Row => ({
        customer_id: id,
        purpose: consent.purpose,
        given_at: consent.givenAt,
        text_version: consent.textVersion,
        proof: consent.proof,
        text_hash: sparse(consent.textHash ?? null),
        is_confirmed: consent.isConfirmed ?? true,
      }),
    );
  }
  if (event.body.type === 'click.recorded') {
    const codeId = event.touches[0]?.codeId ?? event.body.codeId;
    rows['click'] = [{ click_id: event.body.clickId, code_id: codeId, kind: 'human', clicked_at: event.occurredAt }];
  }
  return rows;
}
