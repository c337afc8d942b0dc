import { Anchor, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { locale } from '../../i18n.ts';
import { Door } from '../../parts/door.tsx';
import { PageOnItsWay } from '../../parts/page-on-its-way.tsx';
import { QrPicture } from '../../parts/qr-picture.tsx';
import { SecretInput } from '../../parts/secret-input.tsx';
import { useMe } from '../../session.ts';

/** The owner's first minute, by the link the first start printed; it works once, and says so to who comes by it again. */
export function SetupPage() {
  // Asked once: who has just made the account is still on their way.
  const setup = useQuery<{ readonly isOwnerMade: boolean }, ApiError>({
    queryKey: ['setup'],
    queryFn: () => ask('GET', '/v1/console/setup'),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  if (setup.isPending) return <PageOnItsWay />;
  return setup.data?.isOwnerMade === true ? <OwnerIsThere /> : <MakeOwner />;
}

function OwnerIsThere() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useMe();
  if (me.isPending) return <PageOnItsWay />;
  const who = me.data === undefined ? 'there' : 'in';
  return (
    <Door
      title={t(`setup.${who}.title`)}
      lead={t(`setup.${who}.lead`)}
      action={t(`setup.${who}.go`)}
      isBusy={false}
      error={null}
      onSubmit={() => void navigate({ to: me.data === undefined ? '/sign-in' : '/' })}
    >
      {null}
    </Door>
  );
}

/** An account, then a second lock for who wants it. */
function MakeOwner() {
  const { t } = useTranslation();
  const { token } = useParams({ from: '/setup/$token' });
  const queries = useQueryClient();
  const [given, setGiven] = useState({ name: '', email: '', password: '' });
  const make = useMutation({
    mutationFn: () => ask('POST', '/v1/console/setup', { token, ...given, locale: locale() }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['me'] }),
  });
  if (make.isSuccess) return <SecondLock password={given.password} />;
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
      <SecretInput
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

/** The password is that of a moment ago, so that nobody types it twice. */
function SecondLock({ password }: { readonly password: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const started = useQuery<{ readonly secret: string; readonly uri: string }, ApiError>({
    queryKey: ['totp-start'],
    queryFn: () => ask('POST', '/v1/console/totp', { password }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const goOn = () => navigate({ to: '/start', search: { step: 'shop', goal: 'firstSales' } });
  const confirm = useMutation({ mutationFn: () => ask('POST', '/v1/console/totp/confirm', { code }), onSuccess: goOn });
  return (
    <Door
      title={t('wizard.totp.title')}
      lead={t('wizard.totp.lead')}
      action={t('wizard.totp.confirm')}
      isBusy={confirm.isPending || started.isPending}
      error={confirm.error ?? started.error}
      onSubmit={() => confirm.mutate()}
    >
      {started.data === undefined ? null : (
        <>
          <QrPicture text={started.data.uri} label={t('wizard.totp.qr')} />
          <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
            {t('wizard.totp.secret', { secret: started.data.secret })}
          </Text>
        </>
      )}
      <TextInput
        label={t('wizard.totp.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Anchor component="button" type="button" size="sm" ta="center" underline="always" onClick={() => void goOn()}>
        {t('wizard.totp.skip')}
      </Anchor>
    </Door>
  );
}
