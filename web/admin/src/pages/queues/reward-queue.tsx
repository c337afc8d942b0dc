import { Anchor, Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api.ts';
import { formatDate } from '../../money.ts';
import { BenefitText } from '../../parts/benefit-text.tsx';
import { KeysetList, useKeyset } from '../../parts/keyset-list.tsx';
import { usePeopleNames } from '../../parts/people-names.ts';
import { useRights } from '../../rights.ts';
import type { Reward, Texts } from '../person/person-api.ts';
import { DenyDialog } from './deny-dialog.tsx';
import { QueueRows, type RowAct } from './queue-rows.tsx';
import type { QueueProps } from './queues-page.tsx';
import { type Failed, refusalOf, useBulk } from './use-bulk.ts';

interface Decided {
  readonly results: readonly { readonly id: string; readonly problem: { readonly text: Texts } | null }[];
}

type Act = 'approve' | 'deny' | 'deliver';

/** So many go in one request: between two of them the progress is seen. */
const AT_ONCE = 20;

/** Rewards that wait for a decision, or gifts to hand over. */
export function RewardQueue({ waitsFor, program, cursor, onCursor }: QueueProps & { readonly waitsFor: 'decision' | 'delivery' }) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const [denied, setDenied] = useState<readonly Reward[]>([]);
  const filter = { waitsFor, programId: program };
  const query = useKeyset<Reward>({ key: ['queues', waitsFor], path: '/v1/rewards', filter, cursor });
  const items = query.data?.items ?? [];
  const nameFor = usePeopleNames(items.flatMap(({ customerId, friendId }) => [customerId, friendId]));
  const bulk = useBulk<Reward>();
  const run = (act: Act, rewards: readonly Reward[], reason?: string) =>
    bulk.run(rewards, (part) => decidePart(act, part, reason), AT_ONCE);
  const main = waitsFor === 'decision' ? 'approve' : 'deliver';
  const acts: readonly RowAct<Reward>[] = [
    ...(waitsFor === 'decision' ? [{ label: t('queues.deny'), key: 'd', act: setDenied } as const] : []),
    { label: t(`queues.${main}`), key: 'a', isMain: true, act: (rewards) => run(main, rewards) },
  ];
  return (
    <>
      <QueueRows
        items={items}
        acts={mayChange('rewards') ? acts : []}
        bulk={bulk}
        nameOf={({ customerId, occurredAt }) => `${nameFor(customerId)}, ${formatDate(occurredAt)}`}
        row={(reward) => <RewardText reward={reward} nameFor={nameFor} />}
        list={(rows) => (
          <KeysetList query={query} cursor={cursor} onCursor={onCursor} empty={t('queues.none')}>
            {() => rows}
          </KeysetList>
        )}
      />
      {denied.length === 0 ? null : (
        <DenyDialog
          rewards={denied}
          onClose={() => setDenied([])}
          onDeny={(reason) => {
            run('deny', denied, reason);
            setDenied([]);
          }}
        />
      )}
    </>
  );
}

async function decidePart(act: Act, part: readonly Reward[], reason = ''): Promise<readonly Failed<Reward>[]> {
  const problems = new Map<string, Texts>();
  const refused = await refusalOf(
    ask<Decided>('POST', '/v1/rewards/decide', { act, ids: part.map(({ id }) => id), ...(reason === '' ? {} : { reason }) }).then(
      ({ results }) => {
        for (const { id, problem } of results) if (problem !== null) problems.set(id, problem.text);
      },
    ),
  );
  return part.flatMap((row) => {
    const text = refused ?? problems.get(row.id);
    return text === undefined ? [] : [{ row, text }];
  });
}

function RewardText({ reward, nameFor }: { readonly reward: Reward; readonly nameFor: (id: string | null) => string }) {
  const { t } = useTranslation();
  const { beneficiary, friendId, orderId } = reward;
  const isForFriend = beneficiary === 'referrer' && friendId !== null;
  return (
    <>
      <Text fw={600}>
        <BenefitText benefit={reward.benefit} />
      </Text>
      <Text size="sm">
        <Anchor underline="always" component={Link} to={`/people/${reward.customerId}`} inherit>
          {nameFor(reward.customerId)}
        </Anchor>
        , {isForFriend ? t('queues.forFriend', { name: nameFor(friendId) }) : t(`queues.for.${beneficiary}`)}
      </Text>
      <Text size="sm" c="dimmed">
        {formatDate(reward.occurredAt)}
        {orderId === null ? '' : ` · ${t('person.story.order', { id: orderId })}`}
      </Text>
      <Group gap="xs">
        {reward.holdReasons
          .filter((reason) => reason !== 'return-window')
          .map((reason) => (
            <Badge key={reason} variant="outline" c="var(--mantine-color-text)">
              {t(`queues.hold.${reason}`)}
            </Badge>
          ))}
      </Group>
    </>
  );
}
