import { Alert, Badge, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { programName, usePrograms } from '../document/program-api.ts';
import { locale } from '../i18n.ts';
import { formatDate, formatMoney, formatNumber, type WireMoney } from '../money.ts';
import { formatPercent } from '../percent.ts';

interface Benefit {
  readonly kind: string;
  /** Of a gift. */
  readonly sku?: string;
  readonly amount?: WireMoney | { readonly points: string };
  /** Of a coupon. */
  readonly percent?: { readonly basisPoints: number };
}

export interface DecidedReward {
  readonly id: string;
  readonly programId: string;
  readonly beneficiary: string;
  readonly status: string;
  readonly heldUntil: string | null;
  readonly benefit: Benefit;
}

/** What the API decided of an event, or would. */
export interface Decision {
  readonly outcome: 'processed' | 'duplicate' | 'parked';
  readonly attribution: { readonly by: string; readonly referrerId: string | null } | null;
  readonly rewards: readonly DecidedReward[];
  readonly refusals: readonly {
    readonly programId: string | null;
    readonly ruleId: string | null;
    readonly beneficiary: string | null;
    readonly reason: string;
    readonly text: { readonly ru: string; readonly en: string };
  }[];
  /** What else it changed. */
  readonly notes?: readonly { readonly kind: string }[];
}

interface CardProps {
  readonly decision: Decision;
  readonly title: string;
  /** Said where nobody gets anything new: an act that takes back has more to say. */
  readonly nothing?: ReactNode;
}

/** In plain words, programme by programme: who gets what and when, who does not and why. */
export function DecisionCard({ decision, title, nothing }: CardProps) {
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
        {rewards.length > 0 ? null : nothing === undefined ? <Text>{t('byHand.nothing')}</Text> : nothing}
        <Notes notes={decision.notes ?? []} />
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

/** Each kind once; those that concern one reward of many are told at the order. */
function Notes({ notes }: { readonly notes: NonNullable<Decision['notes']> }) {
  const { t, i18n } = useTranslation();
  return [...new Set(notes.map(({ kind }) => `byHand.note.${kind}`))]
    .filter((text) => i18n.exists(text))
    .map((text) => (
      <Text size="sm" key={text}>
        {t(text)}
      </Text>
    ));
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
        <RewardLine key={reward.id} reward={reward} />
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

const COLORS: Readonly<Record<string, string>> = { held: 'yellow', denied: 'gray', cancelled: 'gray', reversed: 'gray', expired: 'gray' };

/** Who, what, and how it stands; `isEarlier`: it was given before now. */
export function RewardLine({ reward, isEarlier = false }: { readonly reward: DecidedReward; readonly isEarlier?: boolean }) {
  const { t } = useTranslation();
  const { beneficiary, benefit, status, heldUntil } = reward;
  return (
    <Group gap="xs">
      <Text>
        {t(`byHand.beneficiary.${beneficiary}`)}:{' '}
        {t(`byHand.benefit.${benefit.kind}`, { amount: amountOf(benefit), what: benefit.sku ?? '' })}
      </Text>
      <Badge variant="light" color={COLORS[status] ?? 'teal'}>
        {isEarlier && status === 'issued' ? t('byHand.given') : t(`byHand.status.${status}`)}
        {heldUntil === null || status !== 'held' ? '' : ` ${t('byHand.heldUntil', { at: formatDate(heldUntil) })}`}
      </Badge>
    </Group>
  );
}

function amountOf({ amount, percent }: Benefit): string {
  if (percent !== undefined) return formatPercent(percent.basisPoints);
  if (amount === undefined) return '';
  return 'points' in amount ? formatNumber(amount.points) : formatMoney(amount);
}
