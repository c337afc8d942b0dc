/** What the pages of links and programmes are made of, and where the widget was seen. */
import type { Generated } from 'kysely';

export interface PageSettingsTable {
  readonly tenant_id: string;
  /** JSON of a Brand. */
  readonly brand: Generated<string>;
  /** JSON of a Controller. */
  readonly controller: string | null;
  readonly shop_link: string | null;
  readonly region: 'ru' | 'eu' | 'other' | null;
  readonly logo: Buffer | null;
  readonly logo_type: 'image/png' | 'image/jpeg' | null;
  readonly logo_hash: string | null;
  readonly updated_at: Date;
}

export interface IntroductionTable {
  readonly tenant_id: string;
  readonly customer_id: string;
  readonly shown_as: 'none' | 'initial' | 'full';
  readonly words: string | null;
  readonly locale: 'ru' | 'en';
  readonly text_version: string | null;
  readonly text_hash: string | null;
  readonly given_at: Date | null;
  readonly updated_at: Date;
}

export interface SightingTable {
  readonly tenant_id: string;
  readonly kind: 'script' | 'frame';
  readonly host: string;
  readonly seen_at: Date;
}

export interface ImpressionTable {
  readonly tenant_id: string;
  /** Calendar day of UTC. */
  readonly day: string;
  readonly place: 'offer';
  readonly shown: bigint;
}
