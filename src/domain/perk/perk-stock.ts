/** Stock is counters of the road, taken and given back in the decision itself: parallel claims come one after the other. */
import type { Counter } from '../facts/counter.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { ProgramId } from '../ids.ts';
import type { ProgramDocument } from '../program/document.ts';
import { findPerk } from '../program/perk.ts';
import type { Perk } from '../program/perk-terms.ts';
import { findVersionAt } from '../program/program.ts';
import { addUsed, usedOf } from '../reward/counters.ts';

export interface PerkPlace {
  readonly programId: ProgramId;
  readonly perk: string;
}

/** Units gone; codes brought into a pool; codes handed out of it. */
type StockPeriod = 'life' | 'codes-added' | 'codes-given';

function stockKey(place: PerkPlace, period: StockPeriod): Omit<Counter, 'used'> {
  return { programId: place.programId, ruleId: place.perk, scope: 'stock', customerId: null, period };
}

/** The perk as it is now: stock and times are those of the version in force, whatever version a reward comes from. */
export function currentPerk(ws: Workspace, place: PerkPlace, fallback: ProgramDocument | null): Perk | null {
  const program = ws.programs.get(place.programId);
  const document = program === null ? undefined : findVersionAt(program, decidedAt(ws))?.document;
  const current = document === undefined ? null : findPerk(document, place.perk);
  return current ?? (fallback === null ? null : findPerk(fallback, place.perk));
}

/** Stock is decided in stored order: a late event takes what is there when it is stored. */
export function decidedAt(ws: Workspace): Date {
  const { occurredAt, storedAt } = ws.event;
  return occurredAt > storedAt ? occurredAt : storedAt;
}

/** Whether so many units can be taken: the capacity holds them and the perk is not over. */
export function hasStock(ws: Workspace, place: PerkPlace, perk: Perk, units: bigint): boolean {
  if (perk.endsAt !== null && perk.endsAt <= decidedAt(ws)) return false;
  return perk.capacity === null || usedOf(ws, stockKey(place, 'life')) + units <= BigInt(perk.capacity);
}

export function takeStock(ws: Workspace, place: PerkPlace, perk: Perk | null): void {
  addUsed(ws, stockKey(place, 'life'), 1n);
  if (perk?.capacity == null) return;
  noteLowStock(ws, place, perk, BigInt(perk.capacity) - usedOf(ws, stockKey(place, 'life')));
}

export function returnStock(ws: Workspace, place: PerkPlace): void {
  addUsed(ws, stockKey(place, 'life'), -1n);
}

export function codesLeft(ws: Workspace, place: PerkPlace): bigint {
  return usedOf(ws, stockKey(place, 'codes-added')) - usedOf(ws, stockKey(place, 'codes-given'));
}

/** The number of the next code brought into the pool, from 1. */
export function addCodeNumber(ws: Workspace, place: PerkPlace): number {
  addUsed(ws, stockKey(place, 'codes-added'), 1n);
  return Number(usedOf(ws, stockKey(place, 'codes-added')));
}

/** The number of the next code to hand out, in the order they came; null when the pool is empty. */
export function takeCodeNumber(ws: Workspace, place: PerkPlace, perk: Perk | null): number | null {
  if (codesLeft(ws, place) <= 0n) return null;
  addUsed(ws, stockKey(place, 'codes-given'), 1n);
  if (perk !== null) noteLowStock(ws, place, perk, codesLeft(ws, place));
  return Number(usedOf(ws, stockKey(place, 'codes-given')));
}

function noteLowStock(ws: Workspace, place: PerkPlace, perk: Perk, left: bigint): void {
  if (perk.lowStockAt === null || left > BigInt(perk.lowStockAt)) return;
  ws.notes.push({ kind: 'perk-low-stock', programId: place.programId, perk: place.perk, left: left.toString() });
}
