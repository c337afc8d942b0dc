import { PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { locale } from '../i18n.ts';
import { Door } from '../parts/door.tsx';

/** The owner's first minute, by the link the first start printed. */
export function SetupPage() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/setup/$token' });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [given, setGiven] = useState({ name: '', email: '', password: '' });
  const make = useMutation({
    mutationFn: () => ask('POST', '/v1/console/setup', { token, ...given, locale: locale() }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['me'] });
      await navigate({ to: '/' });
    },
  });
  return (
    <Door
      title={t('setup.title')}
      lead={t('setup.lead')}
      action={t('setup.make')}
      isBusy={make.isPending}
      error={make.error}
      onSubmit={() => make.mutate()}
    >
      <TextInput
        label={t('setup.name')}
        autoComplete="name"
        required
        value={given.name}
        onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
      />
      <TextInput
        label={t('setup.email')}
        type="email"
        autoComplete="username"
        required
        value={given.email}
        onChange={(event) => setGiven({ ...given, email: event.currentTarget.value })}
      />
      <PasswordInput
        label={t('setup.password')}
        description={t('setup.passwordHint')}
        autoComplete="new-password"
        required
        value={given.password}
        onChange={(event) => setGiven({ ...given, password: event.currentTarget.value })}
      />
    </Door>
  );
}
