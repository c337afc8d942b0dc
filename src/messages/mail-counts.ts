import { Counter, Gauge, type Registry } from 'prom-client';

export type MailOutcome = 'sent' | 'retried' | 'failed' | 'skipped';

/** What the dispatcher of this process did, by kind: never to whom. */
export class MailCounts {
  readonly #counts = new Map<string, { readonly kind: string; readonly outcome: MailOutcome; count: number }>();

  note(kind: string, outcome: MailOutcome): void {
    const key = `${kind} ${outcome}`;
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { kind, outcome, count: 1 });
    else known.count += 1;
  }

  all(): Iterable<{ readonly kind: string; readonly outcome: MailOutcome; readonly count: number }> {
    return this.#counts.values();
  }
}

export interface MeasuredMail {
  readonly counts: MailCounts;
  readonly countWaiting: () => Promise<number>;
}

export function registerMailMetrics(registry: Registry, { counts, countWaiting }: MeasuredMail): void {
  const registers = [registry];
  new Counter({
    name: 'sarafan_mails_total',
    help: 'Service messages by kind and how they ended; `retried` counts attempts that will be made again.',
    labelNames: ['kind', 'outcome'],
    registers,
    collect() {
      this.reset();
      for (const { kind, outcome, count } of counts.all()) this.inc({ kind, outcome }, count);
    },
  });
  new Gauge({
    name: 'sarafan_mails_waiting',
    help: 'Service messages not sent yet, of all businesses.',
    registers,
    async collect() {
      this.set(await countWaiting());
    },
  });
}
