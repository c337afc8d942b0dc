/** How each table of the road is written: columns with their types, its key, and what a repeated key means. */
export interface TableSpec {
  readonly columns: Readonly<Record<string, string>>;
  readonly key: readonly string[];
  /** `update`: a fact that changes; `ignore`: a fact once written stays; `error`: must be new. */
  readonly onConflict: 'update' | 'ignore' | 'error';
}

const UUID = 'uuid';
const AT = 'timestamptz';

/** In the order of writing. */
export const TABLE_SPECS: Readonly<Record<string, TableSpec>> = {
  event: {
    columns: {
      sequence: 'bigint', source: 'text', event_id: 'text', type: 'text', occurred_at: AT, stored_at: AT, customer_id: UUID, order_id: 'text',
      body_hash: 'bytea', body: 'text', decision: 'text', answer: 'text', chain_hash: 'bytea',
    },
    key: ['sequence'],
    onConflict: 'error',
  },
  event_personal: { columns: { sequence: 'bigint', customer_id: UUID, data: 'text' }, key: ['sequence'], onConflict: 'error' },
  person: {
    columns: { customer_id: UUID, person_id: UUID, external_id: 'text', email: 'text', phone: 'text', name: 'text', folded_name: 'text', updated_at: AT },
    key: ['customer_id'],
    onConflict: 'update',
  },
  identity: { columns: { kind: 'text', hash: 'bytea', customer_id: UUID, created_at: AT }, key: ['hash', 'customer_id'], onConflict: 'ignore' },
  consent: {
    columns: { customer_id: UUID, purpose: 'text', given_at: AT, text_version: 'text', proof: 'text' },
    key: ['customer_id', 'purpose', 'given_at'],
    onConflict: 'ignore',
  },
  customer: {
    columns: {
      customer_id: UUID, created_at: AT, signed_up_at: AT, order_count: 'integer', paid_order_count: 'integer', delivered_order_count: 'integer',
      first_order_at: AT, last_order_at: AT, open_complaints: 'text[]', last_score: 'integer', merged_into: UUID, erased_at: AT,
    },
    key: ['customer_id'],
    onConflict: 'update',
  },
  program: { columns: { program_id: UUID, created_sequence: 'bigint', pauses: 'text', ended_at: AT, created_at: AT }, key: ['program_id'], onConflict: 'update' },
  program_version: {
    columns: { program_id: UUID, version_id: UUID, number: 'integer', status: 'text', effective_from: AT, parsed: 'text', created_at: AT },
    key: ['version_id'],
    onConflict: 'update',
  },
  membership: {
    columns: { membership_id: UUID, program_id: UUID, customer_id: UUID, status: 'text', joined_at: AT },
    key: ['program_id', 'customer_id'],
    onConflict: 'update',
  },
  code: {
    columns: { code_id: UUID, customer_id: UUID, text: 'text', folded: 'text', kind: 'text', status: 'text', created_at: AT },
    key: ['code_id'],
    onConflict: 'update',
  },
  click: { columns: { click_id: UUID, code_id: UUID, kind: 'text', clicked_at: AT }, key: ['click_id'], onConflict: 'ignore' },
  touch: {
    columns: { customer_id: UUID, sequence: 'bigint', by: 'text', referrer_id: UUID, problem: 'text', code_id: UUID, click_id: UUID, occurred_at: AT },
    key: ['customer_id', 'sequence', 'by'],
    onConflict: 'ignore',
  },
  attribution: {
    columns: {
      program_id: UUID, customer_id: UUID, referrer_id: UUID, by: 'text', touch_at: AT, version_id: UUID, locked_at: AT, revision: 'integer',
      refusal: 'text', losers: 'text',
    },
    key: ['customer_id', 'program_id'],
    onConflict: 'update',
  },
  referral: {
    columns: {
      referral_id: UUID, program_id: UUID, friend_id: UUID, referrer_id: UUID, status: 'text', by: 'text', started_at: AT, order_id: 'text',
      rule_id: 'text', reason: 'text', qualifies_at: AT, expires_at: AT, hold: 'text',
    },
    key: ['program_id', 'friend_id'],
    onConflict: 'update',
  },
  shop_order: {
    columns: {
      order_id: 'text', customer_id: UUID, origin: 'text', currency: 'text', total_minor: 'bigint', delivery_minor: 'bigint', tax_minor: 'bigint',
      channel: 'text', lines: 'text', credit_minor: 'bigint', reservation_ids: 'uuid[]', placed_at: AT, first_payment_at: AT, paid_at: AT,
      delivered_at: AT, cancelled_at: AT, number: 'integer', is_new_customer: 'boolean', previous_order_at: AT, is_late: 'boolean',
    },
    key: ['order_id'],
    onConflict: 'update',
  },
  payment: {
    columns: { order_id: 'text', payment_id: 'text', amount_minor: 'bigint', occurred_at: AT, ordinal: 'integer' },
    key: ['order_id', 'payment_id'],
    onConflict: 'ignore',
  },
  refund: {
    columns: { order_id: 'text', refund_id: 'text', requested_minor: 'bigint', amount_minor: 'bigint', cut: 'boolean', occurred_at: AT, ordinal: 'integer' },
    key: ['refund_id', 'order_id'],
    onConflict: 'ignore',
  },
  parked_event: { columns: { order_id: 'text', sequence: 'bigint', parked: 'text' }, key: ['order_id', 'sequence'], onConflict: 'ignore' },
  reward: {
    columns: {
      reward_id: UUID, sequence: 'bigint', program_id: UUID, version_id: UUID, rule_id: 'text', natural_key: 'text', beneficiary: 'text', leg: 'text',
      customer_id: UUID, friend_id: UUID, referrer_id: UUID, order_id: 'text', occurred_at: AT, kind: 'text', unit: 'text', amount: 'bigint',
      original_amount: 'bigint', terms: 'text', cost_amount: 'bigint', status: 'text', held_until: AT, hold_reasons: 'text[]', lot_id: UUID,
      coupon_id: UUID, is_loss: 'boolean',
    },
    key: ['reward_id'],
    onConflict: 'update',
  },
  coupon: {
    columns: {
      coupon_id: UUID, code: 'text', folded: 'text', program_id: UUID, reward_id: UUID, customer_id: UUID, currency: 'text', discount: 'text',
      stackable: 'boolean', status: 'text', valid_from: AT, valid_until: AT, reserved_until: AT, source_order_id: 'text', used_order_id: 'text',
    },
    key: ['coupon_id'],
    onConflict: 'update',
  },
  lot: {
    columns: {
      lot_id: UUID, customer_id: UUID, unit: 'text', reward_id: UUID, granted: 'bigint', remaining: 'bigint', reserved: 'bigint', expired: 'bigint',
      created_at: AT, expires_at: AT,
    },
    key: ['lot_id'],
    onConflict: 'update',
  },
  balance: {
    columns: { customer_id: UUID, unit: 'text', available: 'bigint', held: 'bigint', reserved: 'bigint', debt: 'bigint' },
    key: ['customer_id', 'unit'],
    onConflict: 'update',
  },
  transfer: {
    columns: {
      sequence: 'bigint', ordinal: 'integer', debit_kind: 'text', debit_customer_id: UUID, credit_kind: 'text', credit_customer_id: UUID, unit: 'text',
      amount: 'bigint', reason: 'text', reward_id: UUID, lot_id: UUID, reversal_key: 'text',
    },
    key: ['sequence', 'ordinal'],
    onConflict: 'error',
  },
  reservation: {
    columns: {
      reservation_id: UUID, customer_id: UUID, unit: 'text', amount: 'bigint', value_minor: 'bigint', currency: 'text', status: 'text', expires_at: AT,
      order_id: 'text', allocations: 'text', returned: 'bigint',
    },
    key: ['reservation_id'],
    onConflict: 'update',
  },
  counter: {
    columns: { program_id: UUID, rule_id: 'text', scope: 'text', customer_id: UUID, period: 'text', used: 'bigint' },
    key: ['program_id', 'rule_id', 'scope', 'customer_id', 'period'],
    onConflict: 'update',
  },
};
