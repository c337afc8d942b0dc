import { Anchor, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { locale } from '../../i18n.ts';
import { formatDate } from '../../money.ts';
import { KeysetList, useKeyset } from '../../parts/keyset-list.tsx';
import { usePeopleNames } from '../../parts/people-names.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useRights } from '../../rights.ts';
import type { Referral } from '../person/person-api.ts';
import type { QueueProps } from './queues-page.tsx';

const FINDINGS = ['fraud', 'doubtful', 'sound'] as const;

/** Referrals picked by chance: somebody looks at them, and says what they found. It moves no money. */
export function ReviewQueue({ cursor, onCursor }: QueueProps) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const queries = useQueryClient();
  const query = useKeyset<{ readonly referral: Referral }>({ key: ['queues', 'reviews'], path: '/v1/referrals/reviews', cursor });
  const nameFor = usePeopleNames(query.data?.items.flatMap(({ referral }) => [referral.referrerId, referral.friendId]) ?? []);
  const find = useMutation<unknown, ApiError, { readonly id: string; readonly finding: (typeof FINDINGS)[number] }>({
    mutationFn: ({ id, finding }) => ask('POST', `/v1/referrals/${id}/review`, { finding }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['queues'] }),
  });
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('queues.review.lead')}
      </Text>
      {find.error === null ? null : <ProblemAlert error={find.error} />}
      <KeysetList query={query} cursor={cursor} onCursor={onCursor} empty={t('queues.none')}>
        {(reviews) => (
          <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {reviews.map(({ referral }) => (
              <li key={referral.id}>
                <Card withBorder padding="sm">
                  <Group justify="space-between">
                    <div>
                      <Text>
                        <Anchor underline="always" component={Link} to={`/people/${referral.referrerId}`} fw={600}>
                          {nameFor(referral.referrerId)}
                        </Anchor>
                        {' → '}
                        <Anchor underline="always" component={Link} to={`/people/${referral.friendId}`} fw={600}>
                          {nameFor(referral.friendId)}
                        </Anchor>
                      </Text>
                      <Text size="sm">{referral.texts.staff[locale()]}</Text>
                      <Text size="sm" c="dimmed">
                        {formatDate(referral.startedAt)}
                      </Text>
                    </div>
                    {mayChange('referrals') ? (
                      <Group gap="xs">
                        {FINDINGS.map((finding) => (
                          <Button
                            key={finding}
                            variant={finding === 'sound' ? 'filled' : 'default'}
                            loading={find.isPending}
                            onClick={() => find.mutate({ id: referral.id, finding })}
                          >
                            {t(`queues.review.${finding}`)}
                          </Button>
                        ))}
                      </Group>
                    ) : null}
                  </Group>
                </Card>
              </li>
            ))}
          </Stack>
        )}
      </KeysetList>
    </Stack>
  );
}
