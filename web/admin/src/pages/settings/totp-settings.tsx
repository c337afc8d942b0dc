import { Anchor, Button, Card, Code, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { QrPicture } from '../../parts/qr-picture.tsx';
import { SecretInput } from '../../parts/secret-input.tsx';
import type { Me } from '../../session.ts';

/** Codes of an authenticator app: begun with the password, in force once one was right. */
export function TotpSettings({ me }: { readonly me: Me }) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section">
      <Stack>
        <Title order={3} size="h4">
          {t('settings.totp.title')}
        </Title>
        <Text size="sm">{t(me.hasTotp ? 'settings.totp.on' : 'settings.totp.off')}</Text>
        {me.hasTotp ? <RemoveTotp /> : <AddTotp />}
      </Stack>
    </Card>
  );
}

function AddTotp() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const start = useMutation<{ readonly secret: string; readonly uri: string }, ApiError>({
    mutationFn: () => ask('POST', '/v1/console/totp', { password }),
    onSuccess: () => setPassword(''),
  });
  const confirm = useMutation<unknown, ApiError>({
    mutationFn: () => ask('POST', '/v1/console/totp/confirm', { code }),
    onSuccess: async () => {
      notifications.show({ message: t('settings.totp.added') });
      await queries.invalidateQueries({ queryKey: ['me'] });
    },
  });
  if (start.data === undefined)
    return <PasswordStep action={t('settings.totp.add')} password={password} onPassword={setPassword} step={start} />;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <Stack>
        {confirm.error === null ? null : <ProblemAlert error={confirm.error} />}
        <Text size="sm">{t('settings.totp.scan')}</Text>
        <QrPicture text={start.data.uri} label={t('settings.totp.qr')} />
        <Anchor href={start.data.uri}>{t('settings.totp.open')}</Anchor>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} data-secret="">
          {start.data.secret}
        </Code>
        <TextInput
          label={t('settings.totp.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button type="submit" w="fit-content" loading={confirm.isPending}>
          {t('settings.totp.confirm')}
        </Button>
      </Stack>
    </form>
  );
}

function RemoveTotp() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const remove = useMutation<unknown, ApiError>({
    mutationFn: () => ask('POST', '/v1/console/totp/remove', { password }),
    onSuccess: async () => {
      notifications.show({ message: t('settings.totp.removed') });
      await queries.invalidateQueries({ queryKey: ['me'] });
    },
  });
  return <PasswordStep action={t('settings.totp.remove')} password={password} onPassword={setPassword} step={remove} />;
}

interface PasswordStepProps {
  readonly action: string;
  readonly password: string;
  readonly onPassword: (password: string) => void;
  readonly step: { readonly error: ApiError | null; readonly isPending: boolean; readonly mutate: () => void };
}

function PasswordStep({ action, password, onPassword, step }: PasswordStepProps) {
  const { t } = useTranslation();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        step.mutate();
      }}
    >
      <Stack>
        {step.error === null ? null : <ProblemAlert error={step.error} />}
        <SecretInput
          label={t('settings.me.current')}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => onPassword(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" w="fit-content" loading={step.isPending}>
          {action}
        </Button>
      </Stack>
    </form>
  );
}
