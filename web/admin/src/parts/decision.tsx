import { Alert, Badge, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { programName, usePrograms } from '../document/program-api.ts';
import { locale } from '../i18n.ts';
import { formatDate, formatMoney, formatNumber, type WireMoney } from '../money.ts';

interface Benefit {
  readonly kind: string;
  /** Of a gift. */
  readonly sku?: string;
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
    readonly programId: string;
    readonly beneficiary: string;
    readonly status: string;
    readonly heldUntil: string | null;
    readonly benefit: Benefit;
  }[];
  readonly refusals: readonly {
    readonly programId: string | null;
    readonly ruleId: string | null;
    readonly beneficiary: string | null;
    readonly reason: string;
    readonly text: { readonly ru: string; readonly en: string };
  }[];
}

/** In plain words, programme by programme: who gets what and when, who does not and why. */
export function DecisionCard({ decision, title }: { readonly decision: Decision; readonly title: string }) {
  const { t } = useTranslation();
  const programs = usePrograms().data?.items ?? [];
  const { rewards, refusals } = decision;
  const ids = [...new Set([...rewards, ...refusals].map(({ programId }) => programId))];
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Title order={3} size="h4">
          {title}
        </Title>
        {decision.outcome === 'processed' ? null : <Alert color="yellow">{t(`byHand.${decision.outcome}`)}</Alert>}
        {decision.attribution === null || decision.attribution.referrerId === null ? null : (
          <Text size="sm">{t('byHand.broughtBy', { by: t(`byHand.by.${decision.attribution.by}`) })}</Text>
        )}
        {rewards.length === 0 ? <Text>{t('byHand.nothing')}</Text> : null}
        {ids.map((id) => (
          <Stack key={id} gap="xs" component="section">
            {id === null ? null : (
              <Title order={4} size="h5">
                {programName(programs, id)}
              </Title>
            )}
            <OfProgram
              rewards={rewards.filter(({ programId }) => programId === id)}
              refusals={refusals.filter(({ programId }) => programId === id)}
            />
          </Stack>
        ))}
      </Stack>
    </Card>
  );
}

function OfProgram({ rewards, refusals }: Pick<Decision, 'rewards' | 'refusals'>) {
  const { t } = useTranslation();
  const told = refusals.filter(
    (each, index, all) => all.findIndex((other) => other.reason === each.reason && other.beneficiary === each.beneficiary) === index,
  );
  return (
    <>
      {rewards.length === 0 ? null : <Text fw={600}>{t('byHand.gets')}</Text>}
      {rewards.map((reward) => (
        <Group key={reward.id} gap="xs">
          <Text>
            {t(`byHand.beneficiary.${reward.beneficiary}`)}:{' '}
            {t(`byHand.benefit.${reward.benefit.kind}`, {
              amount: amountOf(reward.benefit),
              what: reward.benefit.sku ?? '',
            })}
          </Text>
          <Badge variant="light" color={reward.status === 'held' ? 'yellow' : 'teal'}>
            {t(`byHand.status.${reward.status}`)}
            {reward.heldUntil === null ? '' : ` ${t('byHand.heldUntil', { at: formatDate(reward.heldUntil) })}`}
          </Badge>
        </Group>
      ))}
      {told.length === 0 ? null : (
        <>
          <Text fw={600}>{t('byHand.getsNot')}</Text>
          <List size="sm">
            {told.map((refusal) => (
              <List.Item key={`${refusal.ruleId} ${refusal.beneficiary} ${refusal.reason}`}>
                {refusal.beneficiary === null ? '' : `${t(`byHand.beneficiary.${refusal.beneficiary}`)}: `}
                {refusal.text[locale()]}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </>
  );
}

function amountOf({ amount, percent }: Benefit): string {
  if (percent !== undefined)
    return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 2 }).format(percent.basisPoints / 10_000);
  if (amount === undefined) return '';
  return 'points' in amount ? formatNumber(amount.points) : formatMoney(amount);
}
