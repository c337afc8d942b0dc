import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, ask } from '../api.ts';
import { Door } from '../parts/door.tsx';
import { SecretInput } from '../parts/secret-input.tsx';

export function InvitePage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/invite/$token' });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const make = useMutation({
    mutationFn: () => ask('POST', '/v1/console/accept-invite', { token, password, ...(code === '' ? {} : { code }) }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['me'] });
      await navigate({ to: '/' });
    },
  });
  const refused = make.error instanceof ApiError ? make.error.problem.code : null;
  const needsCode = refused === 'totp_needed' || refused === 'totp_wrong' || code !== '';
  return (
    <Door
      title={t('invite.title')}
      lead={t('invite.lead')}
      action={t('invite.make')}
      isBusy={make.isPending}
      error={refused === 'totp_needed' ? null : make.error}
      onSubmit={() => make.mutate()}
    >
      <SecretInput
        label={t('setup.password')}
        description={t('setup.passwordHint')}
        autoComplete="new-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {needsCode ? (
        <TextInput
          label={t('signIn.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
      ) : null}
    </Door>
  );
}
