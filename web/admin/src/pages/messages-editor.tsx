import { Alert, Button, Card, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../api.ts';
import { locale } from '../i18n.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { type MailText, TEXTS_KEY } from './messages-api.ts';

export interface TypedMail {
  readonly subject: string;
  readonly body: string;
}

interface EditorProps {
  readonly text: MailText;
  readonly mayWrite: boolean;
  /** What is not kept yet; null: as the message stands. */
  readonly typed: TypedMail | null;
  readonly onType: (typed: TypedMail | null) => void;
}

interface Shown {
  readonly subject: string;
  readonly text: string;
}

const TYPING_MS = 400;

/** A message's words with its preview beside them; what is wrong is told while one types. */
export function MailTextEditor({ text, mayWrite, typed, onType }: EditorProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const given = typed ?? { subject: text.subject, body: text.body };
  const [done, setDone] = useState('');
  const path = `/v1/mail/texts/${text.kind}/${text.locale}`;
  const keep = async (message: string) => {
    setDone(message);
    await queries.invalidateQueries({ queryKey: TEXTS_KEY });
    onType(null);
  };
  const save = useMutation<MailText, ApiError>({
    mutationFn: () => ask('PUT', path, given),
    onSuccess: () => keep(t('messages.saved')),
  });
  const reset = useMutation<MailText, ApiError>({
    mutationFn: () => ask('DELETE', path),
    onSuccess: () => keep(t('messages.wasReset')),
  });
  const isChanged = given.subject !== text.subject || given.body !== text.body;
  return (
    <Stack>
      <Title order={3} size="h4">
        {text.name[locale()]}
      </Title>
      {save.error === null ? null : <ProblemAlert error={save.error} />}
      <TextInput
        label={t('messages.subject')}
        value={given.subject}
        readOnly={!mayWrite}
        maxLength={200}
        onChange={(event) => onType({ ...given, subject: event.currentTarget.value })}
      />
      <Textarea
        label={t('messages.body')}
        description={t('messages.bodyHint')}
        autosize
        minRows={8}
        maxRows={20}
        maxLength={5_000}
        value={given.body}
        readOnly={!mayWrite}
        onChange={(event) => onType({ ...given, body: event.currentTarget.value })}
      />
      {mayWrite ? (
        <Group>
          <Button loading={save.isPending} disabled={!isChanged} onClick={() => save.mutate()}>
            {t('app.save')}
          </Button>
          {isChanged ? (
            <Button variant="default" onClick={() => onType(null)}>
              {t('messages.undo')}
            </Button>
          ) : null}
          {text.isOwn ? (
            <Button variant="default" loading={reset.isPending} onClick={() => reset.mutate()}>
              {t('messages.reset')}
            </Button>
          ) : null}
        </Group>
      ) : null}
      <Text role="status" size="sm">
        {isChanged ? '' : done}
      </Text>
      <Preview path={path} given={given} />
    </Stack>
  );
}

function Preview({ path, given }: { readonly path: string; readonly given: { readonly subject: string; readonly body: string } }) {
  const { t } = useTranslation();
  const [settled] = useDebouncedValue(given, TYPING_MS);
  const preview = useQuery<Shown, ApiError>({
    queryKey: ['mail', 'preview', path, settled],
    queryFn: () => ask('POST', `${path}/preview`, settled),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const problem = preview.error?.problem;
  return (
    <Card withBorder component="section" aria-label={t('messages.preview')}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {t('messages.preview')}
        </Text>
        {problem === undefined ? null : (
          <Alert color="yellow" role="status">
            {(problem.reasons ?? [{ text: problem.text }]).map((reason) => (
              <Text size="sm" key={reason.text.en}>
                {reason.text[locale()]}
              </Text>
            ))}
          </Alert>
        )}
        {problem !== undefined || preview.data === undefined ? null : (
          <>
            <Text fw={700}>{preview.data.subject}</Text>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {preview.data.text}
            </Text>
          </>
        )}
      </Stack>
    </Card>
  );
}
