import { decodeProgramDocument } from '../contract/program-document.ts';
import { moneyToWire } from '../contract/resource-encoding.ts';
import { type Route, route } from '../contract/route.ts';
import { listTemplates } from '../contract/templates.endpoints.ts';
import { assert, ok } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { offerSentence } from '../texts/offer-sentence.ts';
import { inBoth } from '../texts/wording.ts';
import { TEMPLATES } from './all-templates.ts';
import { findSizes } from './propose-program.ts';
import type { ShopFigures } from './shop-figures.store.ts';
import type { ShopSizes } from './shop-sizes.ts';
import type { Template } from './template.ts';
import { valueAt } from './value-at-pointer.ts';

export function templateRoutes(deps: Pick<ServerDeps, 'db' | 'clock'>): readonly Route[] {
  return [
    route(listTemplates, async ({ caller, query }) => {
      const { goal, locale, currency, orderMinor, daysBetweenOrders } = query;
      const { figures, sizes, unfit } = await findSizes(deps, caller.tenantId, {
        locale,
        currency,
        typedOrderMinor: orderMinor,
        typedDaysBetweenOrders: daysBetweenOrders,
      });
      const wanted = TEMPLATES.filter(({ goals }) => unfit === null && (goal === undefined || goals.includes(goal)));
      return ok({
        items: wanted.map((template) => templateToWire(template, sizes)),
        figures: figures === null ? null : figuresToWire(figures),
        unfit,
      });
    }),
  ];
}

function templateToWire({ propose, ...template }: Template, sizes: ShopSizes) {
  const { document, reasons } = propose(sizes);
  const decoded = decodeProgramDocument(document, { timeZone: 'UTC' });
  assert(decoded.ok, `the template ${template.id} proposes what cannot be published`);
  return {
    ...template,
    goals: [...template.goals],
    notWhen: [...template.notWhen],
    offer: inBoth((locale) => offerSentence(decoded.value, { locale, to: 'member', tierId: null })),
    document,
    reasons: reasons.map(({ path, because: { text, ...source } }) => ({ path, value: valueAt(document, path), reason: text, ...source })),
  };
}

function figuresToWire(figures: ShopFigures) {
  const { currency } = figures;
  return {
    currency,
    orders: figures.orders,
    customers: figures.customers,
    medianOrder: moneyToWire(figures.medianOrderMinor, currency),
    meanOrder: moneyToWire(figures.meanOrderMinor, currency),
    ordersPerCustomerHundredths: figures.ordersPerCustomerHundredths,
    medianDaysBetweenOrders: figures.medianDaysBetweenOrders,
    marginBasisPoints: figures.margin === null ? null : figures.margin.basisPoints.toString(),
    refundRateBasisPoints: figures.refundRateBasisPoints.toString(),
  };
}
