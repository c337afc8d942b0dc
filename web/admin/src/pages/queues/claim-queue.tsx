import { Alert, Anchor, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api.ts';
import { formatDate } from '../../money.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { KeysetList, useKeyset } from '../../parts/keyset-list.tsx';
import { useRights } from '../../rights.ts';
import { QueueRows } from './queue-rows.tsx';
import type { QueueProps } from './queues-page.tsx';
import { eachBy, useBulk } from './use-bulk.ts';

interface Claim {
  readonly id: string;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly friend: string;
  readonly note: string | null;
  readonly createdAt: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
}

const STATES = ['open', 'accepted', 'declined'] as const;

/** "My friend is not counted": each is answered in words the member reads. */
export function ClaimQueue({ state, cursor, onCursor }: QueueProps) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const [asked, setAsked] = useState<readonly Claim[]>([]);
  const bulk = useBulk<Claim>();
  const status = STATES.find((each) => each === state) ?? 'open';
  const query = useKeyset<Claim>({ key: ['queues', 'claims'], path: '/v1/friend-claims', filter: { status }, cursor });
  const nameOf = ({ customerName }: Claim) => customerName ?? t('people.unnamed');
  return (
    <>
      <QueueRows
        items={query.data?.items ?? []}
        acts={status === 'open' && mayChange('referrals') ? [{ label: t('queues.answer'), key: 'a', isMain: true, act: setAsked }] : []}
        bulk={bulk}
        nameOf={nameOf}
        row={(claim) => (
          <>
            <Anchor underline="always" component={Link} to={`/people/${claim.customerId}`} fw={600}>
              {nameOf(claim)}
            </Anchor>
            <Text size="sm">{t('queues.claim.friend', { friend: claim.friend })}</Text>
            {claim.note === null ? null : <Text size="sm">{claim.note}</Text>}
            <Text size="sm" c="dimmed">
              {formatDate(claim.createdAt)}
            </Text>
            {claim.answer === null ? null : <Text size="sm">{t('queues.claim.answered', { answer: claim.answer })}</Text>}
          </>
        )}
        list={(rows) => (
          <KeysetList query={query} cursor={cursor} onCursor={onCursor} empty={t(status === 'open' ? 'queues.none' : 'queues.noneSuch')}>
            {() => rows}
          </KeysetList>
        )}
      />
      {asked.length === 0 ? null : (
        <AnswerDialog
          claims={asked}
          onClose={() => setAsked([])}
          onAnswer={(given) => {
            bulk.run(
              asked,
              eachBy(({ id }) => ask('POST', `/v1/friend-claims/${id}/answer`, given)),
            );
            setAsked([]);
          }}
        />
      )}
    </>
  );
}

interface AnswerDialogProps {
  readonly claims: readonly Claim[];
  readonly onClose: () => void;
  readonly onAnswer: (given: { readonly outcome: 'accepted' | 'declined'; readonly answer: string }) => void;
}

function AnswerDialog({ claims, onClose, onAnswer }: AnswerDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const answer = text.trim();
  const [claim] = claims;
  return (
    <Dialog title={t('queues.claim.title')} onClose={onClose}>
      <Stack>
        <Text size="sm">
          {claims.length === 1
            ? t('queues.claim.friend', { friend: claim?.friend ?? '' })
            : t('queues.claim.many', { count: claims.length })}
        </Text>
        <Alert color="blue">
          <Text size="sm">{t('queues.claim.first')}</Text>
        </Alert>
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
          <Button variant="default" disabled={answer === ''} onClick={() => onAnswer({ outcome: 'declined', answer })}>
            {t('queues.claim.decline')}
          </Button>
          <Button disabled={answer === ''} onClick={() => onAnswer({ outcome: 'accepted', answer })}>
            {t('queues.claim.accept')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
