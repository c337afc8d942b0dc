/**
 * What decisions have to tell other systems (ADR 0012) and people by mail (ADR 0015), as rows of the transaction that stores them.
 * Replay and dry run have no outbox.
 */
import { messageData } from '../contract/message-encoding.ts';
import type { Decision } from '../domain/engine.ts';
import { type MemberMail, mailOf } from '../domain/messages/mail.ts';
import type { Message } from '../domain/messages/message.ts';
import { messagesOf } from '../domain/messages/messages-of.ts';
import { bigintText, type Row, type RowsByTable } from './row.ts';
import type { Subscriber } from './subscriber.store.ts';

/** Who is told of the decisions of a batch. */
export interface Listeners {
  readonly subscribers: readonly Subscriber[];
  /** Whether the business writes to people. */
  readonly hasMail: boolean;
}

export class Outbox {
  readonly #subscribers: readonly Subscriber[];
  readonly #hasMail: boolean;
  #messages: Row[] = [];
  #deliveries: Row[] = [];
  #mails: Row[] = [];

  constructor({ subscribers, hasMail }: Listeners) {
    this.#subscribers = subscribers;
    this.#hasMail = hasMail;
  }

  /** Takes in what a decision changed; to be called before it is applied. */
  note({ workspace }: Pick<Decision, 'workspace'>): void {
    if (this.#subscribers.length === 0 && !this.#hasMail) return;
    const { sequence, storedAt, body } = workspace.event;
    // A file of the past is loaded for the books: a thousand letters about old orders would be no news to anybody.
    const writes = this.#hasMail && body.type !== 'order.imported';
    for (const message of messagesOf(workspace)) {
      const mail = writes ? mailOf(message) : null;
      if (mail !== null) this.#mails.push(mailRow(mail, message, { sequence, storedAt }));
      const wanting = this.#subscribers.filter(({ types }) => types === null || types.includes(message.type));
      if (wanting.length === 0) continue;
      this.#messages.push(messageRow(message, sequence, storedAt));
      for (const { id } of wanting)
        this.#deliveries.push({
          webhook_id: id,
          message_id: message.id,
          status: 'pending',
          step: 0,
          attempts: 0,
          next_attempt_at: storedAt,
        });
    }
  }

  /** The rows noted since they were last taken. */
  takeRows(): RowsByTable {
    const rows = { webhook_message: this.#messages, webhook_delivery: this.#deliveries, mail: this.#mails };
    this.#messages = [];
    this.#deliveries = [];
    this.#mails = [];
    return rows;
  }
}

function messageRow(message: Message, sequence: bigint, storedAt: Date): Row {
  return {
    message_id: message.id,
    sequence: bigintText(sequence),
    type: message.type,
    data: JSON.stringify(messageData(message)),
    created_at: storedAt,
  };
}

function mailRow(mail: MemberMail, { id }: Message, { sequence, storedAt }: { readonly sequence: bigint; readonly storedAt: Date }): Row {
  return {
    mail_id: id,
    kind: mail.kind,
    cause: mail.cause,
    sequence: bigintText(sequence),
    customer_id: mail.customerId,
    data: JSON.stringify(mail.data),
    next_attempt_at: storedAt,
    created_at: storedAt,
  };
}
