import { randomUUID } from 'node:crypto';
import { decodeProgramDocument } from '../contract/program-document.ts';
import type { EventBody } from '../domain/events.ts';
import { type CustomerId, idFromUuid, type ProgramId, parseWireId, type TenantId, type VersionId } from '../domain/ids.ts';
import { assert } from '../domain/result.ts';
import { decodeEvent } from '../events/decode-event.ts';
import type { CustomerInput, Intake, Submission } from '../intake/submission.ts';

/** What the demo reads of an answer. */
export interface DemoAnswer {
  readonly customerId: string | null;
  readonly rewards: readonly {
    readonly id: string;
    readonly beneficiary: string;
    readonly status: string;
    readonly benefit: { readonly kind: string; readonly code?: string };
  }[];
  readonly refusals: readonly { readonly beneficiary: string | null; readonly reason: string }[];
}

export interface DemoShopDeps {
  readonly intake: Intake;
  readonly tenantId: TenantId;
  readonly now: Date;
}

/** The demo's side of the conversation: everything goes the one road, as if shop, members and staff had sent it. */
export class DemoShop {
  readonly #deps: DemoShopDeps;
  #acts = 0;

  constructor(deps: DemoShopDeps) {
    this.#deps = deps;
  }

  /** Sends the shop's events of one moment together; answers in their order. */
  async send(events: readonly object[]): Promise<readonly DemoAnswer[]> {
    const sender = { tenantId: this.#deps.tenantId, source: 'demo' };
    const submissions = events.map((event) => {
      const decoded = decodeEvent(event, sender, this.#deps.now);
      assert(decoded.ok, `the demo's events are well formed: ${JSON.stringify(event)}`);
      return decoded.value;
    });
    return this.#submit(submissions);
  }

  async publish(document: unknown, effectiveFrom: Date): Promise<ProgramId> {
    const decoded = decodeProgramDocument(document, { timeZone: 'Europe/Moscow' });
    assert(decoded.ok, `the demo's programme is valid`);
    const programId = idFromUuid<ProgramId>(randomUUID());
    const versionId = idFromUuid<VersionId>(randomUUID());
    await this.act(effectiveFrom, { type: 'program.published', programId, versionId, number: 1, effectiveFrom, document: decoded.value });
    return programId;
  }

  /** An act of staff or of a member; the answer, or what it lacks when it is refused for want of a balance. */
  async act(at: Date, body: EventBody, externalId: string | null = null): Promise<DemoAct> {
    this.#acts += 1;
    const [result] = await this.#deps.intake.submit([
      {
        ...this.#submission(at, body, externalId === null ? null : { ...nobody, externalId }),
        eventId: `act-${this.#acts}`,
        source: 'act:demo',
        actor: 'demo',
      },
    ]);
    assert(result !== undefined, 'one result for one submission');
    if (result.kind === 'answered') return { produced: result.produced, missingMinor: 0n };
    const { code, missing } = result.problem;
    assert(code === 'insufficient_balance' && missing?.kind === 'money', `the demo's acts are legal: ${code}`);
    return { produced: null, missingMinor: missing.amountMinor };
  }

  /** Orders of before the programme, as an import brings them. Returns the customers. */
  async importOrders(
    orders: readonly {
      readonly id: string;
      readonly at: Date;
      readonly minor: bigint;
      readonly by: Omit<CustomerInput, 'id' | 'mustExist'>;
    }[],
  ): Promise<readonly CustomerId[]> {
    const answers = await this.#submit(
      orders.map(({ id, at, minor, by }) => ({
        ...this.#submission(at, importBody(id, minor), { ...nobody, ...by }),
        source: 'import',
        eventId: `order:${id}`,
      })),
    );
    return answers.flatMap(({ customerId }) => {
      const id = customerId === null ? null : parseWireId('cus', customerId);
      return id === null ? [] : [id];
    });
  }

  async #submit(submissions: readonly Submission[]): Promise<readonly DemoAnswer[]> {
    const results = await this.#deps.intake.submit(submissions);
    return results.map((result) => {
      assert(result.kind === 'answered', `the demo's events are taken: ${result.kind === 'refused' ? result.problem.code : ''}`);
      return readAnswer(result.answer);
    });
  }

  #submission(occurredAt: Date, body: EventBody, customer: CustomerInput | null): Submission {
    const { tenantId } = this.#deps;
    return {
      tenantId,
      source: 'demo',
      eventId: '',
      fingerprint: null,
      occurredAt,
      customer,
      attribution: null,
      actor: null,
      body,
      personal: null,
    };
  }
}

export interface DemoAct {
  /** Null when the balance was too small. */
  readonly produced: Readonly<Record<string, string>> | null;
  readonly missingMinor: bigint;
}

const nobody: CustomerInput = { id: null, externalId: null, email: null, phone: null, name: null, mustExist: false };

function importBody(orderId: string, totalMinor: bigint): EventBody {
  const order = { currency: 'RUB', totalMinor, deliveryMinor: 0n, taxMinor: 0n, channel: null, lines: [] };
  return { type: 'order.imported', orderId, order, refundedMinor: 0n, earn: false };
}

/** The road's own answer, which it has just written. */
function readAnswer(text: string): DemoAnswer {
  const answer: DemoAnswer = JSON.parse(text);
  return answer;
}
