import type { Unit } from '../domain/ledger/unit.ts';

/** The unit of a ledger row. */
export function toUnit(column: string): Unit {
  // Row boundary: the column's only writer stores a Unit's own text.
  return column as Unit;
}
