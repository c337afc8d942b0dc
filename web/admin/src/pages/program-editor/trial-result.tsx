import { Card, List, SimpleGrid, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { textFromBasisPoints } from '../../document/amount-text.ts';
import type { LocalizedText } from '../../document/program-api.ts';
import { locale } from '../../i18n.ts';
import { formatDate, formatMoney, formatNumber, type WireMoney } from '../../money.ts';
import { idsOf, useDesk } from './draft-context.tsx';

interface Given {
  readonly id: string;
  readonly ruleId: string;
  readonly beneficiary: string;
  readonly status: string;
  readonly heldUntil: string | null;
  readonly benefit: {
    readonly kind: string;
    readonly amount?: WireMoney | { readonly points: string };
    readonly percent?: { readonly basisPoints: number };
    readonly sku?: string;
    readonly perk?: string;
    readonly default?: string;
  };
}

export interface Trial {
  readonly orderId: string;
  readonly would: {
    readonly rewards: readonly Given[];
    readonly refusals: readonly {
      readonly ruleId: string | null;
      readonly beneficiary: string | null;
      readonly reason: string;
      readonly text: LocalizedText;
    }[];
  };
  readonly did: readonly Given[];
}

/** By the draft, beside what was. */
export function TrialResult({ trial: { would, did } }: { readonly trial: Trial }) {
  const { t } = useTranslation();
  const ruleName = useRuleName();
  const refusals = would.refusals.filter(
    (refusal, index, all) => all.findIndex(({ text, ruleId }) => text.en === refusal.text.en && ruleId === refusal.ruleId) === index,
  );
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} role="status">
      <Card withBorder>
        <Title order={4} size="h5" mb="xs">
          {t('editor.trial.would')}
        </Title>
        <Rewards rewards={would.rewards} />
        {refusals.length === 0 ? null : (
          <>
            <Text size="sm" fw={600} mt="sm">
              {t('editor.trial.refused')}
            </Text>
            <List size="sm">
              {refusals.map(({ ruleId, beneficiary, reason, text }) => (
                <List.Item key={`${ruleId ?? ''} ${beneficiary ?? ''} ${reason}`}>
                  {ruleId === null ? '' : `${ruleName(ruleId)}: `}
                  {text[locale()]}
                </List.Item>
              ))}
            </List>
          </>
        )}
      </Card>
      <Card withBorder>
        <Title order={4} size="h5" mb="xs">
          {t('editor.trial.did')}
        </Title>
        <Rewards rewards={did} />
      </Card>
    </SimpleGrid>
  );
}

/** A rule as the form beside it calls it; by its short name where the form has none of it any more. */
function useRuleName(): (id: string) => string {
  const { t } = useTranslation();
  const { document } = useDesk();
  return (id) => {
    const index = idsOf(document, 'rules').findIndex((rule) => rule.id === id);
    return index === -1 ? id : `${t('shape.rule')} ${index + 1}`;
  };
}

function Rewards({ rewards }: { readonly rewards: readonly Given[] }) {
  const { t } = useTranslation();
  const { document } = useDesk();
  const perks = new Map(idsOf(document, 'perks').map(({ id, name }) => [id, name]));
  if (rewards.length === 0) return <Text c="dimmed">{t('editor.trial.nothing')}</Text>;
  return (
    <List size="sm">
      {rewards.map((reward) => (
        <List.Item key={reward.id}>
          {t(`shapeValue.${reward.beneficiary}`)}: {t(`shapeValue.${reward.benefit.kind}`)} <b>{sizeOf(reward.benefit, perks)}</b>
          {reward.heldUntil === null ? '' : `, ${t('editor.trial.heldUntil', { date: formatDate(reward.heldUntil) })}`}
        </List.Item>
      ))}
    </List>
  );
}

function sizeOf({ amount, percent, sku, perk, default: fallback }: Given['benefit'], perks: ReadonlyMap<string, string>): string {
  if (amount !== undefined) return 'points' in amount ? formatNumber(amount.points) : formatMoney(amount);
  if (percent !== undefined) return `${textFromBasisPoints(percent.basisPoints)} %`;
  const given = perk ?? fallback;
  return sku ?? (given === undefined ? '' : (perks.get(given) ?? given));
}
