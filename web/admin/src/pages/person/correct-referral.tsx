import { Alert, Button, Card, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { locale } from '../../i18n.ts';
import { BenefitText } from '../../parts/benefit-text.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import type { Keyset } from '../../parts/keyset-list.tsx';
import { usePeopleNames } from '../../parts/people-names.ts';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { type Person, personKey, type Referral, type Reward } from './person-api.ts';

interface Side {
  readonly referrerId: string | null;
  readonly rewards: readonly Reward[];
}

interface CorrectReferralProps {
  readonly person: Person;
  readonly programId: string;
  readonly referral: Referral | null;
  readonly onClose: () => void;
}

/** Who really brought a friend: both sides are decided anew, and both decisions are shown beside each other. */
export function CorrectReferral({ person, programId, referral, onClose }: CorrectReferralProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [who, setWho] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [before] = useState(referral);
  const now = useQuery<readonly Reward[], ApiError>({
    queryKey: ['referral-rewards', before?.orderId ?? '', 'before'],
    queryFn: () => rewardsOf(before?.orderId ?? null),
    // It stands as it was while the dialog is open, and is forgotten with it: the next correction begins with what this one leaves.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const correct = useMutation<Side, ApiError>({
    mutationFn: async () => {
      const made = await setReferrer(person.id, { programId, referrerId: who, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) });
      return { referrerId: made?.referrerId ?? null, rewards: await rewardsOf(made?.orderId ?? before?.orderId ?? null) };
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: personKey(person.id) }),
  });
  return (
    <Dialog size="lg" title={t(before === null ? 'person.referral.attachTitle' : 'person.referral.correctTitle')} onClose={onClose}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: correct.isSuccess ? 2 : 1 }}>
          <SideCard title={t('person.referral.before')} side={{ referrerId: before?.referrerId ?? null, rewards: now.data ?? [] }} />
          {correct.isSuccess ? <SideCard title={t('person.referral.after')} side={correct.data} /> : null}
        </SimpleGrid>
        {correct.isSuccess ? (
          <Button onClick={onClose} data-autofocus>
            {t('person.referral.close')}
          </Button>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              correct.mutate();
            }}
          >
            <Stack>
              {correct.error === null ? null : <ProblemAlert error={correct.error} />}
              <Alert variant="light" color="yellow">
                {t('person.referral.warning')}
              </Alert>
              <PersonPicker label={t('person.referral.who')} without={person.id} picked={who} onPick={setWho} />
              <Textarea
                label={t('person.referral.reason')}
                autosize
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <Button type="submit" loading={correct.isPending} disabled={who === null}>
                {t('person.referral.save')}
              </Button>
            </Stack>
          </form>
        )}
      </Stack>
    </Dialog>
  );
}

async function setReferrer(id: string, body: object): Promise<Referral | null> {
  return ask<Referral | null>('POST', `/v1/customers/${id}/referrer`, body);
}

/** Rewards of both sides hang on the friend's first order. */
async function rewardsOf(orderId: string | null): Promise<readonly Reward[]> {
  if (orderId === null) return [];
  return (await ask<Keyset<Reward>>('GET', `/v1/rewards?limit=200&orderId=${encodeURIComponent(orderId)}`)).items;
}

function SideCard({ title, side }: { readonly title: string; readonly side: Side }) {
  const { t } = useTranslation();
  const nameFor = usePeopleNames([side.referrerId, ...side.rewards.map(({ customerId }) => customerId)]);
  return (
    <Card withBorder padding="sm">
      <Stack gap={4}>
        <Text size="sm" c="dimmed">
          {title}
        </Text>
        <Text fw={700}>{side.referrerId === null ? t('person.referral.nobody') : nameFor(side.referrerId)}</Text>
        <Text size="sm">{t('person.referral.rewards')}:</Text>
        {side.rewards.length === 0 ? <Text size="sm">{t('person.referral.noRewards')}</Text> : null}
        {side.rewards.map((reward) => (
          <Text size="sm" key={reward.id}>
            {nameFor(reward.customerId)}: <BenefitText benefit={reward.benefit} /> — {reward.texts.staff[locale()]}
          </Text>
        ))}
      </Stack>
    </Card>
  );
}
