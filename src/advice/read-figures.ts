import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import type { LintFigures } from '../domain/program/lint/figures.ts';
import { findShopFigures } from '../templates/shop-figures.store.ts';
import { countOrdersBelow, countTierReach, getShopHabits } from './shop-habits.store.ts';

/** The shop's own history as the linter asks for it, in the currency most orders are in; null before the first paid order. */
export async function readLintFigures(db: Db, tenantId: TenantId, document: ProgramDocument): Promise<LintFigures | null> {
  const shop = await findShopFigures(db, tenantId);
  if (shop === null) return null;
  const asked = { tenantId, currency: shop.currency };
  const habits = await getShopHabits(db, asked);
  // Amounts of another currency say nothing of this shop's orders.
  const isOurs = shop.currency === document.currency;
  return {
    ...shop,
    ...habits,
    ordersBelow: isOurs ? await countOrdersBelow(db, asked, document) : new Map(),
    tierReach: await countTierReach(db, asked, { document, hasReferrals: habits.mostReferrals > 0 }),
  };
}
