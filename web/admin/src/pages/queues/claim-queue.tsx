import { Anchor, Button, Card, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { formatDate } from '../../money.ts';
import { KeysetList, useKeyset } from '../../parts/keyset-list.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useRights } from '../../rights.ts';
import type { QueueProps } from './queues-page.tsx';

interface Claim {
  readonly id: string;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly friend: string;
  readonly note: string | null;
  readonly createdAt: string;
}

/** "My friend is not counted": each is answered in words the member reads. */
export function ClaimQueue({ cursor, onCursor }: QueueProps) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const [answered, setAnswered] = useState<Claim | null>(null);
  const query = useKeyset<Claim>({ key: ['queues', 'claims'], path: '/v1/friend-claims', filter: { status: 'open' }, cursor });
  return (
    <>
      <KeysetList query={query} cursor={cursor} onCursor={onCursor} empty={t('queues.none')}>
        {(claims) => (
          <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {claims.map((claim) => (
              <li key={claim.id}>
                <Card withBorder padding="sm">
                  <Group justify="space-between">
                    <div>
                      <Anchor underline="always" component={Link} to={`/people/${claim.customerId}`} fw={600}>
                        {claim.customerName ?? t('people.unnamed')}
                      </Anchor>
                      <Text size="sm">{t('queues.claim.friend', { friend: claim.friend })}</Text>
                      {claim.note === null ? null : <Text size="sm">{claim.note}</Text>}
                      <Text size="sm" c="dimmed">
                        {formatDate(claim.createdAt)}
                      </Text>
                    </div>
                    {mayChange('referrals') ? <Button onClick={() => setAnswered(claim)}>{t('queues.answer')}</Button> : null}
                  </Group>
                </Card>
              </li>
            ))}
          </Stack>
        )}
      </KeysetList>
      {answered === null ? null : <AnswerDialog claim={answered} onClose={() => setAnswered(null)} />}
    </>
  );
}

function AnswerDialog({ claim, onClose }: { readonly claim: Claim; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const send = useMutation<unknown, ApiError, 'accepted' | 'declined'>({
    mutationFn: (outcome) => ask('POST', `/v1/friend-claims/${claim.id}/answer`, { outcome, answer: text.trim() }),
    onSuccess: async () => {
      notifications.show({ message: t('queues.claim.done') });
      onClose();
      await queries.invalidateQueries({ queryKey: ['queues'] });
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('queues.claim.title')} closeButtonProps={{ 'aria-label': t('app.cancel') }}>
      <Stack>
        {send.error === null ? null : <ProblemAlert error={send.error} />}
        <Text size="sm">{t('queues.claim.friend', { friend: claim.friend })}</Text>
        <Text size="sm" c="dimmed">
          {t('queues.claim.first')}
        </Text>
        <Textarea
          label={t('queues.claim.text')}
          description={t('queues.claim.textHint')}
          autosize
          minRows={2}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" disabled={text.trim() === ''} loading={send.isPending} onClick={() => send.mutate('declined')}>
            {t('queues.claim.decline')}
          </Button>
          <Button disabled={text.trim() === ''} loading={send.isPending} onClick={() => send.mutate('accepted')}>
            {t('queues.claim.accept')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
