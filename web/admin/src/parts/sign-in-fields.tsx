import { Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, ask } from '../api.ts';
import { SecretInput } from './secret-input.tsx';

/** Signing in, at the door and in front of a page whose session has ended; the code is asked for once it is known to be needed. */
export function useSignIn(first: { readonly email: string }, onEntered: () => Promise<unknown>) {
  const [given, setGiven] = useState({ email: first.email, password: '', code: '' });
  const enter = useMutation({
    mutationFn: () =>
      ask('POST', '/v1/console/sign-in', {
        email: given.email,
        password: given.password,
        ...(given.code === '' ? {} : { code: given.code }),
      }),
    onSuccess: onEntered,
  });
  const code = enter.error instanceof ApiError ? enter.error.problem.code : null;
  const needsCode = code === 'totp_needed' || code === 'totp_wrong' || given.code !== '';
  return { enter, error: code === 'totp_needed' ? null : enter.error, fields: { given, setGiven, needsCode } };
}

export function SignInFields({ given, setGiven, needsCode }: ReturnType<typeof useSignIn>['fields']) {
  const { t } = useTranslation();
  return (
    <>
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
        data-autofocus
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
    </>
  );
}
