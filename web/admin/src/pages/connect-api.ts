/** What the page of connections reads and writes. */
import type { Decision } from '../parts/decision.tsx';

export interface MappedSource {
  readonly paths?: readonly string[];
  readonly join?: true;
  readonly constant?: string;
  readonly values?: Readonly<Record<string, string>>;
}

export interface EventRule {
  readonly when: MappedSource;
  readonly is: readonly string[] | null;
  readonly sends: readonly string[];
}

export interface Mapping {
  readonly fields: Readonly<Record<string, MappedSource>>;
  readonly events: readonly EventRule[];
  readonly amounts: 'decimal' | 'minor';
}

export interface Connector {
  readonly id: string;
  readonly name: string;
  readonly preset: 'woocommerce' | 'insales' | 'tilda' | 'getcourse' | 'custom';
  readonly status: 'draft' | 'active' | 'paused';
  readonly trust: 'signed' | 'checked' | 'hint';
  readonly address: string;
  readonly mapping: Mapping;
  readonly checkUrl: string | null;
  readonly lastReceivedAt: string | null;
  readonly counts: {
    readonly held: number;
    readonly failed: number;
    readonly done: number;
    readonly leftOut: number;
    readonly ignored: number;
    readonly kept: number;
    readonly waiting: number;
  };
}

export interface NewConnector extends Connector {
  readonly secret: string | null;
  readonly addressWithSecret: string | null;
}

export interface Payload {
  readonly id: string;
  readonly connectorId: string;
  readonly receivedAt: string;
  readonly status: string;
  readonly orderId: string | null;
  readonly outcome: {
    readonly events: readonly {
      readonly type: string;
      readonly orderId: string | null;
      readonly customer: string | null;
      readonly total: { readonly amountMinor: string; readonly currency: string } | null;
      readonly answer: Decision | null;
      readonly problem: { readonly text: { readonly ru: string; readonly en: string } } | null;
      readonly notes: readonly { readonly field: string; readonly text: { readonly ru: string; readonly en: string } }[];
    }[];
    readonly reason: {
      readonly code: string;
      readonly field: string | null;
      readonly value: string | null;
      readonly text: { readonly ru: string; readonly en: string };
    } | null;
  } | null;
}

export interface TestedPayload extends Payload {
  readonly body: string | null;
  readonly paths: readonly { readonly path: string; readonly value: string }[];
}

export const PRESETS = ['woocommerce', 'insales', 'tilda', 'getcourse', 'custom'] as const;
export const TRUSTS = ['signed', 'checked', 'hint'] as const;
export const EVENTS = ['order.placed', 'order.paid', 'order.delivered', 'order.cancelled', 'order.refunded', 'member.signed_up'] as const;
export const FIELDS = [
  'orderId',
  'total',
  'currency',
  'email',
  'phone',
  'name',
  'customerId',
  'code',
  'delivery',
  'tax',
  'channel',
  'paymentId',
  'clickId',
  'placedAt',
  'paidAt',
  'deliveredAt',
  'cancelledAt',
  'refundedAt',
] as const;
