/** Who is paid in cash, and each payout. */
export interface PayeeTable {
  readonly tenant_id: string;
  readonly customer_id: string;
  readonly payee_type: 'individual' | 'selfEmployed' | 'soleTrader' | 'company';
  readonly country: string;
  readonly saved_at: Date;
  readonly saved_sequence: bigint;
}

export interface PayoutTable {
  readonly tenant_id: string;
  readonly payout_id: string;
  readonly program_id: string;
  readonly customer_id: string;
  readonly unit: string;
  readonly amount: bigint;
  readonly status: 'proposed' | 'approved' | 'rejected' | 'paid' | 'failed';
  readonly author: string;
  readonly approver: string | null;
  readonly proposed_at: Date;
  readonly decided_at: Date | null;
  readonly paid_at: Date | null;
  readonly tax_handling: 'withheld' | 'reported' | 'notDue' | null;
  readonly counted_at: Date | null;
  readonly counted_period: string | null;
  readonly allocations: string;
}
