import type { Problem } from '../contract/problems.ts';
import type { TemplateBody } from '../contract/templates.endpoints.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { findTemplate, TEMPLATES } from './all-templates.ts';
import { mergeOverrides } from './merge-overrides.ts';
import { findShopFigures, type ShopFigures } from './shop-figures.store.ts';
import { type ShopSizes, shopSizes } from './shop-sizes.ts';

export interface ShopProposals {
  readonly sizes: ShopSizes;
  readonly figures: ShopFigures | null;
}

interface Wanted {
  readonly locale: 'ru' | 'en';
  /** Undefined: that of most orders, else the customary one of the locale. */
  readonly currency: string | undefined;
}

const CUSTOMARY_CURRENCY = { ru: 'RUB', en: 'USD' } as const;

/** The sizes every template of this business is proposed with. */
export async function findSizes(db: Db, tenantId: TenantId, wanted: Wanted): Promise<ShopProposals> {
  const figures = await findShopFigures(db, tenantId);
  const currency = wanted.currency ?? figures?.currency ?? CUSTOMARY_CURRENCY[wanted.locale];
  return { figures, sizes: shopSizes({ currency, figures, typedMarginBasisPoints: null }) };
}

/** The document a template gives this business with the owner's changes over it, not judged yet; `program_invalid` for an unknown template. */
export async function documentFromTemplate(db: Db, tenantId: TenantId, asked: TemplateBody): Promise<Result<unknown, Problem>> {
  const template = findTemplate(asked.templateId);
  if (template === null) return err(unknownTemplate());
  const { locale, overrides } = asked;
  const currency = typeof overrides?.['currency'] === 'string' ? overrides['currency'] : undefined;
  const { sizes } = await findSizes(db, tenantId, { locale, currency });
  const { document } = template.propose(sizes);
  return ok(overrides === undefined ? document : mergeOverrides(document, overrides));
}

function unknownTemplate(): Problem {
  const ids = TEMPLATES.map(({ id }) => id).join(', ');
  return {
    code: 'program_invalid',
    field: 'templateId',
    missing: null,
    issue: null,
    reasons: [
      {
        code: 'template_unknown',
        field: 'templateId',
        text: { ru: `Такого шаблона нет. Есть: ${ids}.`, en: `There is no such template. There are: ${ids}.` },
      },
    ],
  };
}
