import { Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, ask } from '../api.ts';
import { Door } from '../parts/door.tsx';
import { SecretInput } from '../parts/secret-input.tsx';

export function SignInPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [given, setGiven] = useState({ email: '', password: '', code: '' });
  const enter = useMutation({
    mutationFn: () =>
      ask('POST', '/v1/console/sign-in', {
        email: given.email,
        password: given.password,
        ...(given.code === '' ? {} : { code: given.code }),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['me'] });
      await navigate({ to: '/' });
    },
  });
  const code = enter.error instanceof ApiError ? enter.error.problem.code : null;
  const needsCode = code === 'totp_needed' || code === 'totp_wrong' || given.code !== '';
  return (
    <Door
      title={t('signIn.title')}
      action={t('signIn.enter')}
      isBusy={enter.isPending}
      error={code === 'totp_needed' ? null : enter.error}
      onSubmit={() => enter.mutate()}
    >
      <TextInput
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        required
        value={given.email}
        onChange={(event) => setGiven({ ...given, email: event.currentTarget.value })}
      />
      <SecretInput
        label={t('signIn.password')}
        autoComplete="current-password"
        required
        value={given.password}
        onChange={(event) => setGiven({ ...given, password: event.currentTarget.value })}
      />
      {needsCode ? (
        <TextInput
          label={t('signIn.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={given.code}
          onChange={(event) => setGiven({ ...given, code: event.currentTarget.value })}
        />
      ) : null}
      <Text size="xs" c="dimmed">
        {t('signIn.lost')}
      </Text>
    </Door>
  );
}
