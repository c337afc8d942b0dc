import { Counter, Gauge, type Registry } from 'prom-client';
import type { ClickLosses } from './click-losses.ts';
import { lossReasons } from './click-losses.ts';
import type { ClickWriter } from './click-writer.ts';
import type { CodeCache } from './code-cache.ts';
import { visitKinds } from './visit-kind.ts';

export interface MeasuredClicks {
  readonly writer: ClickWriter;
  readonly losses: ClickLosses;
  readonly cache: CodeCache;
}

/** Counted where it happens and copied when somebody asks: a counter with labels costs a look-up for each visit. */
export function registerClickMetrics(registry: Registry, { writer, losses, cache }: MeasuredClicks): void {
  const registers = [registry];
  new Counter({
    name: 'sarafan_clicks_stored_total',
    help: 'Visits to links stored, by kind of visitor.',
    labelNames: ['kind'],
    registers,
    collect() {
      this.reset();
      for (const kind of visitKinds) this.inc({ kind }, writer.stored[kind]);
    },
  });
  new Counter({
    name: 'sarafan_clicks_late_total',
    help: 'Visits answered before their click was stored, because storing took too long.',
    registers,
    collect() {
      this.reset();
      this.inc(writer.lateCount);
    },
  });
  new Counter({
    name: 'sarafan_clicks_lost_total',
    help: 'Visits of which no click is stored, by reason.',
    labelNames: ['reason'],
    registers,
    collect() {
      this.reset();
      for (const reason of lossReasons) this.inc({ reason }, losses.total[reason]);
    },
  });
  new Gauge({
    name: 'sarafan_clicks_database_away',
    help: '1 while clicks cannot be stored.',
    registers,
    collect() {
      this.set(writer.isAway ? 1 : 0);
    },
  });
  new Gauge({
    name: 'sarafan_codes_in_memory',
    help: 'Codes known without asking the database.',
    registers,
    collect() {
      this.set(cache.size);
    },
  });
}
