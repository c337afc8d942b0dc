import { Alert, Anchor, Badge, Button, Card, Checkbox, Group, Progress, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { locale } from '../../i18n.ts';
import { formatDate } from '../../money.ts';
import { BenefitText } from '../../parts/benefit-text.tsx';
import { KeysetList, useKeyset } from '../../parts/keyset-list.tsx';
import { usePeopleNames } from '../../parts/people-names.ts';
import { useRights } from '../../rights.ts';
import type { Reward } from '../person/person-api.ts';
import { DenyDialog } from './deny-dialog.tsx';
import { KeysHelp } from './keys-help.tsx';
import type { QueueProps } from './queues-page.tsx';
import { type Act, useDecide } from './use-decide.ts';
import { type RowKeys, useRowKeys } from './use-row-keys.ts';

/** Rewards that wait for a decision, or gifts to hand over: one by one or many at once, by mouse or by keys. */
export function RewardQueue({ waitsFor, cursor, onCursor }: QueueProps & { readonly waitsFor: 'decision' | 'delivery' }) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const [isHelp, help] = useDisclosure(false);
  const [denied, setDenied] = useState<readonly Reward[]>([]);
  const query = useKeyset<Reward>({ key: ['queues', waitsFor], path: '/v1/rewards', filter: { waitsFor }, cursor });
  const items = query.data?.items ?? [];
  const nameFor = usePeopleNames(items.flatMap(({ customerId, friendId }) => [customerId, friendId]));
  const decide = useDecide();
  const mayDecide = mayChange('rewards');
  const act: Act = waitsFor === 'decision' ? 'approve' : 'deliver';
  const chosen = (): readonly Reward[] => {
    const picked = items.filter(({ id }) => keys.selected.has(id));
    const under = items[keys.current];
    return picked.length > 0 || under === undefined ? picked : [under];
  };
  const approve = (rewards: readonly Reward[]) => {
    decide.run(act, rewards);
    keys.clear();
  };
  const isIdle = mayDecide && !decide.isRunning && denied.length === 0;
  const keys: RowKeys = useRowKeys({
    ids: items.map(({ id }) => id),
    onApprove: isIdle ? () => approve(chosen()) : null,
    onDeny: isIdle && waitsFor === 'decision' ? () => setDenied(chosen()) : null,
    onHelp: help.toggle,
  });
  const picked = items.filter(({ id }) => keys.selected.has(id));
  return (
    <Stack>
      <DecideState decide={decide} nameFor={nameFor} />
      {!mayDecide || items.length === 0 ? null : (
        <Group justify="space-between">
          <Group>
            <Checkbox
              label={t('queues.selectAll')}
              checked={picked.length === items.length}
              indeterminate={picked.length > 0 && picked.length < items.length}
              onChange={(event) => keys.selectAll(event.currentTarget.checked)}
            />
            {picked.length === 0 ? null : (
              <>
                <Text size="sm" role="status">
                  {t('queues.selected', { count: picked.length })}
                </Text>
                <Button size="compact-md" loading={decide.isRunning} onClick={() => approve(picked)}>
                  {t(`queues.${act}`)}
                </Button>
                {waitsFor === 'decision' ? (
                  <Button size="compact-md" variant="default" onClick={() => setDenied(picked)}>
                    {t('queues.deny')}
                  </Button>
                ) : null}
              </>
            )}
          </Group>
          <Button variant="default" size="compact-sm" onClick={help.open} visibleFrom="sm">
            {t('queues.keys.open')}
          </Button>
        </Group>
      )}
      <KeysetList query={query} cursor={cursor} onCursor={onCursor} empty={t('queues.none')}>
        {(rewards) => (
          <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {rewards.map((reward, index) => (
              <li key={reward.id}>
                <RewardRow
                  reward={reward}
                  index={index}
                  name={nameFor(reward.customerId)}
                  friend={reward.beneficiary === 'referrer' && reward.friendId !== null ? nameFor(reward.friendId) : null}
                  keys={keys}
                  mayDecide={mayDecide}
                  act={act}
                  isBusy={decide.isRunning}
                  onAct={() => approve([reward])}
                  onDeny={waitsFor === 'decision' ? () => setDenied([reward]) : null}
                />
              </li>
            ))}
          </Stack>
        )}
      </KeysetList>
      <KeysHelp isOpen={isHelp} onClose={help.close} />
      <DenyDialog
        rewards={denied}
        onClose={() => setDenied([])}
        onDeny={(reason) => {
          decide.run('deny', denied, reason);
          setDenied([]);
          keys.clear();
        }}
      />
    </Stack>
  );
}

interface RewardRowProps {
  readonly reward: Reward;
  readonly index: number;
  readonly name: string;
  /** Whom they brought, where that is what the reward is for. */
  readonly friend: string | null;
  readonly keys: RowKeys;
  readonly mayDecide: boolean;
  readonly act: Act;
  readonly isBusy: boolean;
  readonly onAct: () => void;
  readonly onDeny: (() => void) | null;
}

function RewardRow({ reward, index, name, friend, keys, mayDecide, act, isBusy, onAct, onDeny }: RewardRowProps) {
  const { t } = useTranslation();
  return (
    <Card
      withBorder
      padding="sm"
      data-row={index}
      tabIndex={-1}
      onFocus={() => keys.setCurrent(index)}
      className={index === keys.current ? 'current-row' : ''}
    >
      <Group justify="space-between" gap="sm">
        <Group gap="sm" wrap="nowrap" style={{ flex: 1, minWidth: 220 }}>
          {mayDecide ? (
            <Checkbox
              aria-label={t('queues.select', { name })}
              checked={keys.selected.has(reward.id)}
              onChange={() => keys.toggle(reward.id)}
            />
          ) : null}
          <div>
            <Text fw={600}>
              <BenefitText benefit={reward.benefit} />
            </Text>
            <Text size="sm">
              <Anchor underline="always" component={Link} to={`/people/${reward.customerId}`} inherit>
                {name}
              </Anchor>
              , {friend === null ? t(`queues.for.${reward.beneficiary}`) : t('queues.forFriend', { name: friend })}
            </Text>
            <Text size="sm" c="dimmed">
              {formatDate(reward.occurredAt)}
              {reward.orderId === null ? '' : ` · ${t('person.story.order', { id: reward.orderId })}`}
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
          </div>
        </Group>
        {mayDecide ? (
          <Group gap="xs">
            {onDeny === null ? null : (
              <Button variant="default" disabled={isBusy} onClick={onDeny}>
                {t('queues.deny')}
              </Button>
            )}
            <Button loading={isBusy} onClick={onAct}>
              {t(`queues.${act}`)}
            </Button>
          </Group>
        ) : null}
      </Group>
    </Card>
  );
}

interface DecideStateProps {
  readonly decide: ReturnType<typeof useDecide>;
  readonly nameFor: (id: string | null) => string;
}

/** How far a long decision has come, and what each row that failed says. */
function DecideState({ decide, nameFor }: DecideStateProps) {
  const { t } = useTranslation();
  const { all, done, failed, isRunning } = decide;
  if (all === 0) return null;
  return (
    <Stack gap="xs" role="status">
      {isRunning && all > 1 ? (
        <>
          <Progress value={(done / all) * 100} aria-label={t('queues.progress', { done, all })} />
          <Text size="sm">{t('queues.progress', { done, all })}</Text>
        </>
      ) : null}
      {!isRunning && done - failed.length > 0 ? <Text size="sm">{t('queues.done', { count: done - failed.length })}</Text> : null}
      {failed.length === 0 ? null : (
        <Alert
          color="red"
          title={t('queues.failed', { count: failed.length })}
          role="alert"
          styles={{ label: { color: 'var(--mantine-color-text)' } }}
        >
          {failed.map(({ reward, text }) => (
            <Text size="sm" key={reward.id}>
              {nameFor(reward.customerId)}, {formatDate(reward.occurredAt)}: {text[locale()]}
            </Text>
          ))}
        </Alert>
      )}
    </Stack>
  );
}
