/** What a member can be given that is no discount (0-13 to 0-19). */
export type PerkKind = 'seat' | 'earlyAccess' | 'access' | 'service' | 'announcement' | 'goods' | 'codes';

/** Its stock belongs to the programme and the id, and survives versions; its terms are those of the version that grants it. */
export interface Perk {
  readonly id: string;
  readonly name: { readonly ru: string; readonly en: string };
  readonly kind: PerkKind;
  /** What one unit costs the business, minor units of the programme's currency. */
  readonly costMinor: bigint;
  /** Units there are in all; null = no limit. */
  readonly capacity: number | null;
  /** How many one person may claim by their tier; where it binds rewards, how many they may have at all. */
  readonly perMember: number;
  /** Set where the document says `perMember` itself: rules give no more either. Of a seat nobody needs to say it. */
  readonly perMemberBinds?: true;
  /** Calendar days in the programme's zone that a grant of it lasts; null = as long as the perk. */
  readonly validDays: number | null;
  readonly revokeOnRefund: boolean;
  /** From when it lets in, and until when. */
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  /** Early access: when everybody may enter, and how many hours before that a tier may. */
  readonly opensAt: Date | null;
  readonly earlierHours: Readonly<Record<string, number>>;
  /** Where it is; an invitation link is this address with the token. */
  readonly url: string | null;
  /** From how many units left a warning is noted. */
  readonly lowStockAt: number | null;
}
