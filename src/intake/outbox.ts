/** What decisions have to tell other systems, as rows of the transaction that stores them (ADR 0012). Replay and dry run have no outbox. */
import { messageData } from '../contract/message-encoding.ts';
import type { Decision } from '../domain/engine.ts';
import type { Message } from '../domain/messages/message.ts';
import { messagesOf } from '../domain/messages/messages-of.ts';
import { bigintText, type Row, type RowsByTable } from './row.ts';
import type { Subscriber } from './subscriber.store.ts';

export class Outbox {
  readonly #subscribers: readonly Subscriber[];
  #messages: Row[] = [];
  #deliveries: Row[] = [];

  constructor(subscribers: readonly Subscriber[]) {
    this.#subscribers = subscribers;
  }

  /** Takes in what a decision changed; to be called before it is applied. */
  note({ workspace }: Decision): void {
    if (this.#subscribers.length === 0) return;
    const { sequence, storedAt } = workspace.event;
    for (const message of messagesOf(workspace)) {
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
    const rows = { webhook_message: this.#messages, webhook_delivery: this.#deliveries };
    this.#messages = [];
    this.#deliveries = [];
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
