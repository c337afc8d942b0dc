import { PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { Door } from '../parts/door.tsx';

export function InvitePage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/invite/$token' });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [password, setPassword] = useState('');
  const make = useMutation({
    mutationFn: () => ask('POST', '/v1/console/accept-invite', { token, password }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['me'] });
      await navigate({ to: '/' });
    },
  });
  return (
    <Door
      title={t('invite.title')}
      lead={t('invite.lead')}
      action={t('invite.make')}
      isBusy={make.isPending}
      error={make.error}
      onSubmit={() => make.mutate()}
    >
      <PasswordInput
        label={t('setup.password')}
        description={t('setup.passwordHint')}
        autoComplete="new-password"
        required
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </Door>
  );
}
