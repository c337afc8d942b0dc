/** What people tell the console outside the event log. */
export interface ChecklistMarkTable {
  readonly tenant_id: string;
  readonly item: string;
  readonly done_at: Date;
  readonly actor: string;
}

export interface ProgramGoalTable {
  readonly tenant_id: string;
  readonly program_id: string;
  readonly metric: 'friendsOrdered' | 'signUps' | 'newCustomers' | 'repeatOrders' | 'members';
  readonly target: bigint;
  readonly starts_at: Date;
  /** A calendar day, `2027-02-20`. */
  readonly due_on: string;
  readonly actor: string;
}
