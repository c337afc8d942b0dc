import type { EventBody } from '../domain/events.ts';

/** Which grants and codes of perks a batch looks at, beside those of its rewards. */
export interface AccessNeeds {
  readonly grantIds: readonly string[];
  /** Customers whose every grant is needed: they claim and may have claimed before, or are no members any more. */
  readonly customerIds: readonly string[];
  /** Pools that get codes, in two lists of one length: all that waits there is needed. */
  readonly poolPrograms: readonly string[];
  readonly poolPerks: readonly string[];
  readonly codes: readonly string[];
}

export function accessNeeds(events: readonly { readonly body: EventBody }[], customerIds: readonly string[]): AccessNeeds {
  const grantIds = new Set<string>();
  const pools = new Map<string, { readonly programId: string; readonly perk: string }>();
  const codes = new Set<string>();
  let claims = false;
  for (const { body } of events) {
    switch (body.type) {
      case 'perk.claimed':
      case 'customer.erased':
        claims = true;
        break;
      case 'membership.changed':
        claims ||= body.status === 'left' || body.status === 'blocked';
        break;
      case 'choice.lapsed':
      case 'access.expired':
      case 'access.redeemed':
        grantIds.add(body.grantId);
        break;
      case 'perk.codes_added':
        pools.set(`${body.programId}|${body.perk}`, body);
        for (const code of body.codes) codes.add(code);
        break;
      default:
    }
  }
  return {
    grantIds: [...grantIds],
    customerIds: claims ? customerIds : [],
    poolPrograms: [...pools.values()].map((pool) => pool.programId),
    poolPerks: [...pools.values()].map((pool) => pool.perk),
    codes: [...codes],
  };
}
