import { Alert, Badge, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { locale } from '../i18n.ts';
import { formatDate, formatMoney, formatNumber, type WireMoney } from '../money.ts';

interface Benefit {
  readonly kind: string;
  readonly amount?: WireMoney | { readonly points: string };
  /** Of a coupon. */
  readonly percent?: { readonly basisPoints: number };
}

/** What the API decided of an event, or would. */
export interface Decision {
  readonly outcome: 'processed' | 'duplicate' | 'parked';
  readonly attribution: { readonly by: string; readonly referrerId: string | null } | null;
  readonly rewards: readonly {
    readonly id: string;
    readonly beneficiary: string;
    readonly status: string;
    readonly heldUntil: string | null;
    readonly benefit: Benefit;
  }[];
  readonly refusals: readonly {
    readonly ruleId: string | null;
    readonly beneficiary: string | null;
    readonly reason: string;
    readonly text: { readonly ru: string; readonly en: string };
  }[];
}

/** In plain words: who gets what and when, who does not and why. */
export function DecisionCard({ decision, title }: { readonly decision: Decision; readonly title: string }) {
  const { t } = useTranslation();
  const name = (beneficiary: string | null): string =>
    beneficiary === null ? '' : t(`byHand.beneficiary.${beneficiary}`, { defaultValue: beneficiary });
  const refusals = decision.refusals.filter(
    (each, index, all) => all.findIndex((other) => other.reason === each.reason && other.beneficiary === each.beneficiary) === index,
  );
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Title order={3} size="h4">
          {title}
        </Title>
        {decision.outcome === 'processed' ? null : <Alert color="yellow">{t(`byHand.${decision.outcome}`)}</Alert>}
        {decision.attribution === null || decision.attribution.referrerId === null ? null : (
          <Text size="sm">
            {t('byHand.broughtBy', { by: t(`byHand.by.${decision.attribution.by}`, { defaultValue: decision.attribution.by }) })}
          </Text>
        )}
        {decision.rewards.length === 0 ? <Text>{t('byHand.nothing')}</Text> : <Text fw={600}>{t('byHand.gets')}</Text>}
        {decision.rewards.map((reward) => (
          <Group key={reward.id} gap="xs">
            <Text>
              {name(reward.beneficiary)}:{' '}
              {t(`byHand.benefit.${reward.benefit.kind}`, { amount: amountOf(reward.benefit), defaultValue: reward.benefit.kind })}
            </Text>
            <Badge variant="light" color={reward.status === 'held' ? 'yellow' : 'teal'}>
              {t(`byHand.status.${reward.status}`, { defaultValue: reward.status })}
              {reward.heldUntil === null ? '' : ` ${t('byHand.heldUntil', { at: formatDate(reward.heldUntil) })}`}
            </Badge>
          </Group>
        ))}
        {refusals.length === 0 ? null : (
          <>
            <Text fw={600}>{t('byHand.getsNot')}</Text>
            <List size="sm">
              {refusals.map((refusal) => (
                <List.Item key={`${refusal.ruleId} ${refusal.beneficiary} ${refusal.reason}`}>
                  {refusal.beneficiary === null ? '' : `${name(refusal.beneficiary)}: `}
                  {refusal.text[locale()]}
                </List.Item>
              ))}
            </List>
          </>
        )}
      </Stack>
    </Card>
  );
}

function amountOf({ amount, percent }: Benefit): string {
  if (percent !== undefined)
    return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 2 }).format(percent.basisPoints / 10_000);
  if (amount === undefined) return '';
  return 'points' in amount ? formatNumber(amount.points) : formatMoney(amount);
}
