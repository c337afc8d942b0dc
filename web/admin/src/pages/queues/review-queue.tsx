import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api.ts';
import { locale } from '../../i18n.ts';
import { formatDate } from '../../money.ts';
import { KeysetList, useKeyset } from '../../parts/keyset-list.tsx';
import { usePeopleNames } from '../../parts/people-names.ts';
import { useRights } from '../../rights.ts';
import type { Referral } from '../person/person-api.ts';
import { QueueRows } from './queue-rows.tsx';
import type { QueueProps } from './queues-page.tsx';
import { eachBy, useBulk } from './use-bulk.ts';

type Finding = 'sound' | 'doubtful' | 'fraud';

interface Review {
  readonly referral: Referral;
  readonly check: { readonly finding: Finding } | null;
}

const FINDINGS = [
  { finding: 'fraud', key: 'd' },
  { finding: 'doubtful' },
  { finding: 'sound', key: 'a', isMain: true },
] as const satisfies readonly { readonly finding: Finding; readonly key?: 'a' | 'd'; readonly isMain?: true }[];

/** Referrals picked by chance: somebody looks at them, and says what they found. It moves no money, and may be said again otherwise. */
export function ReviewQueue({ state, cursor, onCursor }: QueueProps) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const bulk = useBulk<Referral & Pick<Review, 'check'>>();
  const isOpen = state !== 'done';
  const query = useKeyset<Review>({
    key: ['queues', 'reviews'],
    path: '/v1/referrals/reviews',
    filter: { state: isOpen ? 'open' : 'done' },
    cursor,
  });
  const items = (query.data?.items ?? []).map(({ referral, check }) => ({ ...referral, check }));
  const nameFor = usePeopleNames(items.flatMap(({ referrerId, friendId }) => [referrerId, friendId]));
  const acts = FINDINGS.map(({ finding, ...act }) => ({
    ...act,
    label: t(`queues.review.${finding}`),
    isOff: ({ check }: Pick<Review, 'check'>) => check?.finding === finding,
    act: (rows: readonly Referral[]) =>
      bulk.run(
        rows.map((row) => ({ ...row, check: null })),
        eachBy(({ id }) => ask('POST', `/v1/referrals/${id}/review`, { finding })),
      ),
  }));
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('queues.review.lead')}
      </Text>
      <QueueRows
        items={items}
        acts={mayChange('referrals') ? acts : []}
        bulk={bulk}
        nameOf={({ referrerId, friendId }) => `${nameFor(referrerId)} → ${nameFor(friendId)}`}
        row={({ referrerId, friendId, texts, startedAt, check }) => (
          <>
            <Text>
              <Anchor underline="always" component={Link} to={`/people/${referrerId}`} fw={600}>
                {nameFor(referrerId)}
              </Anchor>
              {' → '}
              <Anchor underline="always" component={Link} to={`/people/${friendId}`} fw={600}>
                {nameFor(friendId)}
              </Anchor>
            </Text>
            <Text size="sm">{texts.staff[locale()]}</Text>
            <Text size="sm" c="dimmed">
              {formatDate(startedAt)}
            </Text>
            {check === null ? null : <Text size="sm">{t('queues.review.found', { finding: t(`queues.review.${check.finding}`) })}</Text>}
          </>
        )}
        list={(rows) => (
          <KeysetList query={query} cursor={cursor} onCursor={onCursor} empty={t(isOpen ? 'queues.none' : 'queues.noneSuch')}>
            {() => rows}
          </KeysetList>
        )}
      />
    </Stack>
  );
}
