import { Anchor, Button, Group, Select, Stack, Text, Textarea } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api.ts';
import { programName, usePrograms } from '../../document/program-api.ts';
import { formatDate } from '../../money.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { KeysetList, useKeyset } from '../../parts/keyset-list.tsx';
import { PersonPicker } from '../../parts/person-picker.tsx';
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
              eachBy((claim) => answer(claim, given)),
            );
            setAsked([]);
          }}
        />
      )}
    </>
  );
}

interface Given {
  readonly answer: string;
  /** Whom the member brought, and in which programme; null = nothing is counted. */
  readonly counted: { readonly friendId: string; readonly programId: string } | null;
}

/** What is said to be counted is counted first: a refusal leaves the claim open. */
async function answer(claim: Claim, { answer: text, counted }: Given): Promise<void> {
  if (counted !== null) {
    const { friendId, programId } = counted;
    await ask('POST', `/v1/customers/${friendId}/referrer`, { programId, referrerId: claim.customerId });
  }
  await ask('POST', `/v1/friend-claims/${claim.id}/answer`, { outcome: counted === null ? 'declined' : 'accepted', answer: text });
}

interface AnswerDialogProps {
  readonly claims: readonly Claim[];
  readonly onClose: () => void;
  readonly onAnswer: (given: Given) => void;
}

function AnswerDialog({ claims, onClose, onAnswer }: AnswerDialogProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [friendId, setFriend] = useState<string | null>(null);
  const programs = usePrograms().data?.items ?? [];
  const running = programs.filter(({ status }) => status === 'live');
  const [chosen, setProgram] = useState<string | null>(null);
  const programId = chosen ?? (running.length === 1 ? (running[0]?.id ?? null) : null);
  const told = text.trim();
  const only = claims.length === 1 ? claims[0] : undefined;
  return (
    <Dialog title={t('queues.claim.title')} onClose={onClose}>
      <Stack>
        <Text size="sm">
          {only === undefined ? t('queues.claim.many', { count: claims.length }) : t('queues.claim.friend', { friend: only.friend })}
        </Text>
        {only === undefined ? (
          <Text size="sm">{t('queues.claim.oneByOne')}</Text>
        ) : (
          <>
            <PersonPicker label={t('queues.claim.who')} without={only.customerId} picked={friendId} onPick={setFriend} />
            {running.length < 2 ? null : (
              <Select
                label={t('list.program')}
                data={running.map(({ id }) => ({ value: id, label: programName(programs, id) }))}
                value={programId}
                onChange={setProgram}
              />
            )}
          </>
        )}
        <Textarea
          label={t('queues.claim.text')}
          description={t('queues.claim.textHint')}
          autosize
          minRows={2}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" disabled={told === ''} onClick={() => onAnswer({ answer: told, counted: null })}>
            {t('queues.claim.decline')}
          </Button>
          {only === undefined ? null : (
            <Button
              disabled={told === '' || friendId === null || programId === null}
              onClick={() => {
                if (friendId !== null && programId !== null) onAnswer({ answer: told, counted: { friendId, programId } });
              }}
            >
              {t('queues.claim.accept')}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}
