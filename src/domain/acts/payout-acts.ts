/** Who is paid in cash, and the steps of a payout. All idempotent: a repeated act finds its work done. */
import type { Subject } from '../attribution/resolve-attribution.ts';
import type { DecisionProblem } from '../decision.ts';
import type { ActBody } from '../events.ts';
import type { Workspace } from '../facts/workspace.ts';
import { wireId } from '../ids.ts';
import { getCustomer } from '../member/membership.ts';
import { approvePayout, failPayout, payPayout, proposePayout, rejectPayout } from '../payout/payouts.ts';

type PayoutBody = Extract<ActBody, { type: 'payee.saved' | `payout.${string}` }>;

export function decidePayout(ws: Workspace, subject: Subject, body: PayoutBody): 'processed' | DecisionProblem {
  switch (body.type) {
    case 'payee.saved':
      getCustomer(ws, subject.id);
      ws.payees.put({
        customerId: subject.id,
        payeeType: body.payeeType,
        country: body.country,
        savedAt: ws.event.occurredAt,
        savedSequence: ws.event.sequence,
      });
      return 'processed';
    case 'payout.proposed': {
      const made = proposePayout(ws, { ...body, customerId: subject.id });
      if (made === 'processed' || 'code' in made) return made;
      ws.produced['payoutId'] = wireId('pyo', made.id);
      return 'processed';
    }
    case 'payout.approved':
      return approvePayout(ws, body.payoutId, body);
    case 'payout.rejected':
      return rejectPayout(ws, body.payoutId, body.approver);
    case 'payout.paid':
      return payPayout(ws, body.payoutId);
    case 'payout.failed':
      return failPayout(ws, body.payoutId);
  }
}
