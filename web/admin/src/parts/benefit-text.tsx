import { useTranslation } from 'react-i18next';
import { formatMoney, formatNumber, type WireMoney } from '../money.ts';

export interface ShownBenefit {
  readonly kind: string;
  readonly sku?: string;
  readonly perk?: string;
  readonly amount?: WireMoney | { readonly points: string };
}

/** What a reward is, and how much. */
export function BenefitText({ benefit }: { readonly benefit: ShownBenefit }) {
  const { t } = useTranslation();
  const { kind, amount, sku, perk } = benefit;
  const name = t(`queues.benefit.${kind}`, { what: sku ?? perk ?? '' });
  if (amount === undefined) return <>{name}</>;
  return <>{`${'points' in amount ? formatNumber(amount.points) : formatMoney(amount)}, ${name}`}</>;
}
