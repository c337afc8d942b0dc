import { getPayee, type PayeeBody, putPayee, type WirePayee } from '../contract/payouts.endpoints.ts';
import { type Problem, problem } from '../contract/problems.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import { withCustomer } from '../customers/customers.routes.ts';
import type { CustomerId } from '../domain/ids.ts';
import { type PayeeDetails, type PayeeField, payeeGaps } from '../domain/payout/payee.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { customerOfPath, submitAct } from '../events/submit-act.ts';
import type { ServerDeps } from '../server-deps.ts';
import { payeeToWire } from './payout-encoding.ts';
import { findPayees } from './payouts.store.ts';

export function payeeRoutes(deps: ServerDeps): readonly Route[] {
  return [
    route(putPayee, async (call) => {
      const { type, country } = call.body;
      const details = detailsOf(call.body);
      const gaps = payeeGaps(type, country, details);
      if (gaps.length > 0) return err(incomplete(gaps));
      const done = await submitAct(deps, call, {
        customer: customerOfPath(call.params.id),
        body: { type: 'payee.saved', payeeType: type, country },
        personal: JSON.stringify(details),
      });
      return done.ok ? show(deps, call) : done;
    }),
    route(getPayee, (call) => show(deps, call)),
  ];
}

function detailsOf(body: PayeeBody): PayeeDetails {
  const given = (value: string | undefined): string | null => (value === undefined || value.trim() === '' ? null : value.trim());
  return {
    name: given(body.name),
    taxId: given(body.taxId),
    registrationNumber: given(body.registrationNumber),
    branchCode: given(body.branchCode),
    account: given(body.account),
    bankCode: given(body.bankCode),
  };
}

function show(deps: ServerDeps, call: Call<{ readonly id: string }>): Promise<Result<WirePayee, Problem>> {
  return withCustomer(deps, call, (id) => showPayee(deps, call, id));
}

async function showPayee(deps: ServerDeps, call: Call, id: CustomerId): Promise<Result<WirePayee, Problem>> {
  const known = (await findPayees(deps.db, call.caller, [id])).get(id);
  return known === undefined ? err(problem('payee_missing', 'id')) : ok(payeeToWire(known));
}

const FIELD_TEXTS: Readonly<Record<PayeeField, LocalizedText>> = {
  name: { ru: 'Имя или название получателя.', en: 'Name of the payee.' },
  taxId: { ru: 'ИНН с верными контрольными цифрами (в США — SSN или EIN).', en: 'Tax id with right check digits (US: SSN or EIN).' },
  registrationNumber: { ru: 'ОГРНИП (15 цифр) или ОГРН (13 цифр).', en: 'OGRNIP (15 digits) or OGRN (13 digits).' },
  branchCode: { ru: 'КПП (9 цифр).', en: 'KPP (9 digits).' },
  account: { ru: 'Номер счёта (в России 20 цифр).', en: 'Account number (20 digits in Russia).' },
  bankCode: { ru: 'БИК (9 цифр) или код банка.', en: 'Bank code (BIK of 9 digits in Russia).' },
};

function incomplete(gaps: readonly PayeeField[]): Problem {
  const reasons = gaps.map((field) => ({ code: 'field_needed', field, text: FIELD_TEXTS[field] }));
  return { ...problem('payee_incomplete', gaps[0] ?? null), reasons };
}
