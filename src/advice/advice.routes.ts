import * as endpoints from '../contract/advice.endpoints.ts';
import { invalidField, type Problem, problem } from '../contract/problems.ts';
import { moneyToWire } from '../contract/resource-encoding.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import type { TenantId } from '../domain/ids.ts';
import { judgeLevels, type LevelsVerdict } from '../domain/program/multi-level.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { decodeDocumentBody, type SentDocument } from '../programs/decode-document-body.ts';
import { fromTemplate } from '../programs/keep-draft.ts';
import { findProgram, getTenantTimeZone } from '../programs/programs.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { type AdviceRead, advise } from './advise.ts';
import { adviceToWire, figuresToWire } from './encode-advice.ts';
import { countWorstCase } from './worst-case.ts';

/** An order of 1,000 roubles. */
const ROUND_ORDER = { amountMinor: 100_000n, currency: 'RUB' };

export function adviceRoutes(deps: ServerDeps): readonly Route[] {
  const { db } = deps;
  return [
    route(endpoints.lintDocument, async ({ caller, sent, query }) => {
      const document = await readDocument(deps, caller.tenantId, sent);
      if (!document.ok) return document;
      return ok(readToWire(await advise(deps, { tenantId: caller.tenantId, programId: query.programId ?? null, ...document.value })));
    }),
    route(endpoints.getVersionAdvice, async ({ caller: { tenantId }, params: { id: programId, number } }) => {
      const program = await findProgram(db, { tenantId, programId });
      if (program === null) return err(problem('program_unknown', 'id'));
      const version = program.versions.find((each) => each.number === number);
      if (version === undefined) return err(problem('version_unknown', 'number'));
      return ok(readToWire(await advise(deps, { tenantId, programId, document: version.document, sent: version.sent })));
    }),
    ...calculatorRoutes(deps),
  ];
}

function calculatorRoutes(deps: ServerDeps): readonly Route[] {
  return [
    route(endpoints.judgeLevels, async ({ body }) => {
      const order = body.order ?? ROUND_ORDER;
      const asked = {
        levels: body.levels.map(BigInt),
        marginBasisPoints: BigInt(body.marginBasisPoints),
        orderMinor: order.amountMinor,
        currency: order.currency,
      };
      return ok(levelsToWire(judgeLevels(asked), asked));
    }),
    route(endpoints.countWorstCase, async ({ caller, sent }: Call) => {
      const order = endpoints.readOrder(sent);
      if (!order.ok) return err(invalidField(order.error));
      const document = await readDocument(deps, caller.tenantId, withoutOrder(sent));
      if (!document.ok) return document;
      if (order.value !== null && order.value.currency !== document.value.document.currency)
        return err(invalidField({ field: 'order.currency', issue: 'currency' }));
      const { known } = await advise(deps, { tenantId: caller.tenantId, programId: null, ...document.value });
      return ok(countWorstCase(document.value.document, known, order.value?.amountMinor ?? null));
    }),
  ];
}

/** `{"document": …}` or a template's body, judged as a draft would be. */
async function readDocument(deps: ServerDeps, tenantId: TenantId, sent: unknown): Promise<Result<SentDocument, Problem>> {
  const body = await fromTemplate(deps, tenantId, sent);
  if (!body.ok) return body;
  return decodeDocumentBody(body.value, { timeZone: await getTenantTimeZone(deps.db, tenantId) });
}

function withoutOrder(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return sent;
  return Object.fromEntries(Object.entries(sent).filter(([key]) => key !== 'order'));
}

function readToWire({ advice, known: { figures } }: AdviceRead) {
  return { advice: advice.map(adviceToWire), figures: figures === null ? null : figuresToWire(figures) };
}

function levelsToWire(
  verdict: LevelsVerdict,
  asked: { readonly marginBasisPoints: bigint; readonly orderMinor: bigint; readonly currency: string },
) {
  const money = (amountMinor: bigint) => moneyToWire(amountMinor, asked.currency);
  return {
    verdict: verdict.levels.length === 1 ? ('oneLevel' as const) : ('refused' as const),
    order: money(asked.orderMinor),
    levels: verdict.levels.map(({ level, basisPoints, amountMinor }) => ({
      level,
      basisPoints: Number(basisPoints),
      amount: money(amountMinor),
    })),
    paidBasisPoints: Number(verdict.paidBasisPoints),
    paid: money(verdict.paidMinor),
    marginBasisPoints: Number(asked.marginBasisPoints),
    margin: money(verdict.marginMinor),
    leftBasisPoints: Number(verdict.leftBasisPoints),
    left: money(verdict.leftMinor),
    priceRiseBasisPoints: verdict.priceRiseBasisPoints === null ? null : Number(verdict.priceRiseBasisPoints),
    text: verdict.text,
  };
}
