/** Where members stand on a programme's ladder, and the scores they gave. */
export interface StandingTable {
  readonly tenant_id: string;
  readonly program_id: string;
  readonly customer_id: string;
  readonly tier_id: string | null;
  readonly since: Date;
  readonly held_by: 'rules' | 'staff' | 'step';
  readonly term_ends_at: Date | null;
  readonly grace_ends_at: Date | null;
  readonly invited_to: string | null;
  readonly invited_at: Date | null;
  readonly invited_by: 'rules' | 'staff' | null;
  readonly past: string;
  readonly warned_of: Date | null;
  readonly next_check_at: Date | null;
}

export interface FeedbackTable {
  readonly tenant_id: string;
  readonly sequence: bigint;
  readonly customer_id: string;
  readonly score: number;
  readonly occurred_at: Date;
}
