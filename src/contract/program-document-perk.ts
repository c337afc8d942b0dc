import type { ProgramDocument } from '../domain/program/document.ts';
import { perksOf } from '../domain/program/perk.ts';
import type { Perk } from '../domain/program/perk-terms.ts';
import { pointer } from '../domain/program/program-issue.ts';
import { type Decoding, decodeMoney, encodeMoney } from './program-document-amount.ts';
import type { PerkForm, PerkWire } from './program-document-perk-schema.ts';

type At = Decoding & { readonly field: string };

/** Absent stays absent: a programme without perks reads as it did before there were any. */
export function decodePerks(wire: readonly PerkForm[] | undefined, at: At): Pick<ProgramDocument, 'perks'> {
  if (wire === undefined || wire.length === 0) return {};
  return { perks: wire.map((perk, index) => decodePerk(perk, { ...at, field: pointer(at.field, index) })) };
}

function decodePerk(wire: PerkForm, at: At): Perk {
  return {
    id: wire.id,
    name: wire.name,
    kind: wire.kind,
    costMinor: wire.cost === undefined ? 0n : decodeMoney(wire.cost, { ...at, field: pointer(at.field, 'cost') }),
    capacity: wire.capacity ?? null,
    perMember: wire.perMember ?? 1,
    ...(wire.perMember === undefined ? {} : { perMemberBinds: true }),
    validDays: wire.validDays ?? null,
    revokeOnRefund: wire.revokeOnRefund ?? true,
    startsAt: wire.startsAt ?? null,
    endsAt: wire.endsAt ?? null,
    opensAt: wire.opensAt ?? null,
    earlierHours: wire.earlierHours ?? {},
    url: wire.url ?? null,
    lowStockAt: wire.lowStockAt ?? null,
  };
}

export function encodePerks(document: ProgramDocument): { perks?: PerkWire[] } {
  const perks = perksOf(document);
  return perks.length === 0 ? {} : { perks: perks.map((perk) => encodePerk(perk, document.currency)) };
}

function encodePerk(perk: Perk, currency: string): PerkWire {
  return {
    id: perk.id,
    name: perk.name,
    kind: perk.kind,
    cost: encodeMoney({ amountMinor: perk.costMinor, currency }),
    ...(perk.capacity === null ? {} : { capacity: perk.capacity }),
    ...(perk.perMemberBinds === true || perk.perMember !== 1 ? { perMember: perk.perMember } : {}),
    ...(perk.validDays === null ? {} : { validDays: perk.validDays }),
    revokeOnRefund: perk.revokeOnRefund,
    ...(perk.startsAt === null ? {} : { startsAt: perk.startsAt.toISOString() }),
    ...(perk.endsAt === null ? {} : { endsAt: perk.endsAt.toISOString() }),
    ...(perk.opensAt === null ? {} : { opensAt: perk.opensAt.toISOString() }),
    ...(Object.keys(perk.earlierHours).length === 0 ? {} : { earlierHours: { ...perk.earlierHours } }),
    ...(perk.url === null ? {} : { url: perk.url }),
    ...(perk.lowStockAt === null ? {} : { lowStockAt: perk.lowStockAt }),
  };
}
