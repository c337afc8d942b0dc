import { Counter, Gauge, type Registry } from 'prom-client';

/** How batches were read: with a reading of their own, or while the one before was decided (ADR 0020). `overtaken`: decided in vain. */
export type BatchKind = 'own' | 'ahead' | 'overtaken';

export type BatchCounts = Readonly<Record<BatchKind, number>>;

export interface MeasuredRoad {
  readonly queued: () => number;
  readonly counts: () => BatchCounts;
}

export function registerRoadMetrics(registry: Registry, { queued, counts }: MeasuredRoad): void {
  const registers = [registry];
  new Gauge({
    name: 'sarafan_events_waiting',
    help: 'Events taken in and not being decided yet, of all businesses.',
    registers,
    collect() {
      this.set(queued());
    },
  });
  new Counter({
    name: 'sarafan_batches_total',
    help: 'Batches of events read, by how; `overtaken` ones were decided in vain, as another process was faster.',
    labelNames: ['read'],
    registers,
    collect() {
      this.reset();
      for (const [read, count] of Object.entries(counts())) this.inc({ read }, count);
    },
  });
}
