/** A shop that runs a template's own document, published unchanged or with the owner's changes. */
import { type ContractShop, openShop } from '../contract/shop.ts';

export const START = '2026-11-20T12:00:00Z';

export interface TemplateShop {
  readonly shop: ContractShop;
  readonly programId: string;
  /** `points:prg_…`. */
  readonly points: string;
}

/** A business whose only programme is the template's, in force since the beginning of the year. */
export async function openTemplateShop(
  templateId: string,
  options: { readonly overrides?: object; readonly locale?: 'ru' | 'en' } = {},
): Promise<TemplateShop> {
  const shop = await openShop(START);
  const { overrides, locale = 'ru' } = options;
  const { id } = await shop.do('POST', '/v1/programs', { templateId, locale, ...(overrides === undefined ? {} : { overrides }) });
  await shop.do('POST', `/v1/programs/${id}/versions/1/publish`, { effectiveFrom: '2026-01-01T00:00:00Z' });
  return { shop, programId: String(id), points: `points:${id}` };
}

/** A customer who has received an order, and so takes part; the code is the name in capitals. */
export async function addMember(shop: ContractShop, externalId: string, name = externalId): Promise<void> {
  await shop.pay(`${externalId}-0`, 350_000, { by: { externalId, name } });
  await shop.deliver(`${externalId}-0`);
  await shop.do('POST', `/v1/customers/${externalId}/codes`, { code: externalId.toUpperCase() });
}
