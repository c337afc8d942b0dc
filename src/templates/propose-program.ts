import type { Clock } from '../clock.ts';
import type { Problem } from '../contract/problems.ts';
import type { TemplateBody } from '../contract/templates.endpoints.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { isCurrency } from '../domain/money/money.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { getOwnerFigures } from '../tenants/tenants.store.ts';
import { findTemplate, TEMPLATES } from './all-templates.ts';
import { mergeOverrides } from './merge-overrides.ts';
import { findShopFigures, type ShopFigures } from './shop-figures.store.ts';
import { type ShopSizes, shopSizes } from './shop-sizes.ts';

export interface ProposeDeps {
  readonly db: Db;
  readonly clock: Clock;
}

export interface ShopProposals {
  readonly sizes: ShopSizes;
  readonly figures: ShopFigures | null;
  /** Why nothing can be proposed, or null. */
  readonly unfit: LocalizedText | null;
}

interface Wanted {
  readonly locale: 'ru' | 'en';
  /** Undefined: that of most orders, else the customary one of the locale. */
  readonly currency: string | undefined;
  readonly typedOrderMinor?: bigint | undefined;
  readonly typedDaysBetweenOrders?: number | undefined;
}

const CUSTOMARY_CURRENCY = { ru: 'RUB', en: 'USD' } as const;
/** Below one percent there is nothing to share. */
const LEAST_MARGIN = 100n;

/** The sizes every template of this business is proposed with. */
export async function findSizes({ db, clock }: ProposeDeps, tenantId: TenantId, wanted: Wanted): Promise<ShopProposals> {
  const [figures, owner] = await Promise.all([findShopFigures(db, tenantId), getOwnerFigures(db, tenantId)]);
  const currency = wanted.currency ?? figures?.currency ?? CUSTOMARY_CURRENCY[wanted.locale];
  const sizes = shopSizes({
    locale: wanted.locale,
    currency,
    at: clock.now(),
    figures,
    typedMarginBasisPoints: owner.margin?.basisPoints ?? null,
    typedOrderMinor: wanted.typedOrderMinor ?? null,
    typedDaysBetweenOrders: wanted.typedDaysBetweenOrders ?? null,
  });
  return { figures, sizes, unfit: sizes.margin !== null && sizes.margin.value < LEAST_MARGIN ? NO_MARGIN : null };
}

const NO_MARGIN: LocalizedText = {
  ru: 'Маржа меньше 1 %: любая награда обойдётся дороже, чем принесёт заказ. Сначала цены и себестоимость.',
  en: 'The margin is below 1%: any reward would cost more than the order earns. Prices and costs come first.',
};

/**
 * The document a template gives this business with the owner's changes over it, not judged yet. `program_invalid` for an unknown
 * template and for a business whose orders earn nothing.
 */
export async function documentFromTemplate(deps: ProposeDeps, tenantId: TenantId, asked: TemplateBody): Promise<Result<unknown, Problem>> {
  const template = findTemplate(asked.templateId);
  if (template === null) return err(refused('template_unknown', unknownTemplate()));
  const { locale, overrides } = asked;
  const currency = typeof overrides?.['currency'] === 'string' && isCurrency(overrides['currency']) ? overrides['currency'] : undefined;
  const { sizes, unfit } = await findSizes(deps, tenantId, { locale, currency });
  if (unfit !== null) return err(refused('margin_too_small', unfit));
  const { document } = template.propose(sizes);
  return ok(overrides === undefined ? document : mergeOverrides(document, overrides));
}

function unknownTemplate(): LocalizedText {
  const ids = TEMPLATES.map(({ id }) => id).join(', ');
  return { ru: `Такого шаблона нет. Есть: ${ids}.`, en: `There is no such template. There are: ${ids}.` };
}

function refused(code: string, text: LocalizedText): Problem {
  return { code: 'program_invalid', field: 'templateId', missing: null, issue: null, reasons: [{ code, field: 'templateId', text }] };
}
