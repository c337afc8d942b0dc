import { Alert, Button, Card, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../api.ts';
import { locale } from '../i18n.ts';
import { Answer } from '../parts/answer.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SecretInput } from '../parts/secret-input.tsx';
import { useMe } from '../session.ts';

interface MailSettings {
  readonly source: 'own' | 'installation' | 'none';
  readonly host: string | null;
  readonly port: number | null;
  readonly security: 'tls' | 'starttls' | 'none' | null;
  readonly username: string | null;
  readonly hasPassword: boolean;
  readonly fromName: string | null;
  readonly fromAddress: string | null;
  readonly replyTo: string | null;
}

interface Tried {
  readonly sent: boolean;
  readonly error: { readonly text: { readonly ru: string; readonly en: string } } | null;
  readonly response: string | null;
}

const KEY = ['mail', 'settings'] as const;
const PORTS = { tls: '465', starttls: '587', none: '25' } as const;
type Security = keyof typeof PORTS;

/** How mail leaves; the test button says what the server said. */
export function MailSettingsForm() {
  const { t } = useTranslation();
  const query = useQuery<MailSettings, ApiError>({ queryKey: KEY, queryFn: () => ask('GET', '/v1/mail/settings') });
  return (
    <Answer query={query}>
      {(found) => (
        <Stack maw={560}>
          <Alert color={found.source === 'none' ? 'yellow' : 'gray'}>{t(`messages.source.${found.source}`)}</Alert>
          <SettingsForm key={found.source} found={found} />
          {found.source === 'none' ? null : <TestCard />}
        </Stack>
      )}
    </Answer>
  );
}

function SettingsForm({ found }: { readonly found: MailSettings }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const own = found.source === 'own';
  const [given, setGiven] = useState({
    host: own ? (found.host ?? '') : '',
    port: own ? String(found.port) : PORTS.starttls,
    security: own ? (found.security ?? 'starttls') : ('starttls' as Security),
    username: found.username ?? '',
    password: '',
    fromName: own ? (found.fromName ?? '') : '',
    fromAddress: own ? (found.fromAddress ?? '') : '',
    replyTo: own ? (found.replyTo ?? '') : '',
  });
  const set = (name: keyof typeof given) => (event: { readonly currentTarget: { readonly value: string } }) =>
    setGiven({ ...given, [name]: event.currentTarget.value });
  const save = useMutation<MailSettings, ApiError>({
    mutationFn: () => ask('PUT', '/v1/mail/settings', bodyOf(given)),
    onSuccess: async () => {
      setGiven({ ...given, password: '' });
      await queries.invalidateQueries({ queryKey: KEY });
    },
  });
  const field = save.error?.problem.field;
  const wrong = (name: string) => (field === name ? save.error?.problem.text[locale()] : undefined);
  return (
    <Card withBorder>
      <Stack>
        <Title order={3} size="h4">
          {t('messages.server')}
        </Title>
        {save.error === null ? null : <ProblemAlert error={save.error} />}
        <TextInput
          label={t('messages.host')}
          placeholder="smtp.example.com"
          value={given.host}
          error={wrong('host')}
          onChange={set('host')}
        />
        <SecurityField value={given.security} onChange={(security) => setGiven({ ...given, security, port: PORTS[security] })} />
        <TextInput label={t('messages.port')} inputMode="numeric" value={given.port} error={wrong('port')} onChange={set('port')} />
        <TextInput label={t('messages.username')} autoComplete="off" value={given.username} onChange={set('username')} />
        <SecretInput
          label={t('messages.password')}
          description={t(found.hasPassword && own ? 'messages.passwordKept' : 'messages.passwordHint')}
          autoComplete="new-password"
          value={given.password}
          error={wrong('password')}
          onChange={set('password')}
          visibilityToggleButtonProps={{ 'aria-label': t('messages.showPassword') }}
        />
        <TextInput label={t('messages.fromName')} value={given.fromName} error={wrong('fromName')} onChange={set('fromName')} />
        <TextInput
          label={t('messages.fromAddress')}
          type="email"
          value={given.fromAddress}
          error={wrong('fromAddress')}
          onChange={set('fromAddress')}
        />
        <TextInput
          label={t('messages.replyTo')}
          description={t('messages.replyToHint')}
          type="email"
          value={given.replyTo}
          error={wrong('replyTo')}
          onChange={set('replyTo')}
        />
        <Group>
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {t('app.save')}
          </Button>
          {own ? <ForgetButton /> : null}
        </Group>
        <Text role="status" size="sm">
          {save.isSuccess ? t('messages.settingsSaved') : ''}
        </Text>
      </Stack>
    </Card>
  );
}

interface SecurityFieldProps {
  readonly value: Security;
  readonly onChange: (security: Security) => void;
}

/** Brings the usual port along. */
function SecurityField({ value, onChange }: SecurityFieldProps) {
  const { t } = useTranslation();
  return (
    <Select
      label={t('messages.security')}
      value={value}
      allowDeselect={false}
      data={[
        { value: 'tls', label: t('messages.tls') },
        { value: 'starttls', label: t('messages.starttls') },
        { value: 'none', label: t('messages.none') },
      ]}
      onChange={(next) => onChange(next === 'tls' || next === 'none' ? next : 'starttls')}
    />
  );
}

interface Given {
  readonly host: string;
  readonly port: string;
  readonly security: Security;
  readonly username: string;
  readonly password: string;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly replyTo: string;
}

function bodyOf(given: Given): object {
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return {
    host: given.host.trim(),
    port: Number(given.port),
    security: given.security,
    username: orNull(given.username),
    ...(given.password === '' ? {} : { password: given.password }),
    fromName: orNull(given.fromName),
    fromAddress: given.fromAddress.trim(),
    replyTo: orNull(given.replyTo),
  };
}

/** Asks with its consequence, in place. */
function ForgetButton() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const forget = useMutation<MailSettings, ApiError>({
    mutationFn: () => ask('DELETE', '/v1/mail/settings'),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  if (!isAsking)
    return (
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('messages.forget')}
      </Button>
    );
  return (
    <Stack gap="xs">
      <Text size="sm">{t('messages.forgetAsk')}</Text>
      <Group gap="xs">
        <Button color="red" loading={forget.isPending} onClick={() => forget.mutate()}>
          {t('messages.forgetYes')}
        </Button>
        <Button variant="default" onClick={() => setAsking(false)}>
          {t('app.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

function TestCard() {
  const { t } = useTranslation();
  const me = useMe();
  const [to, setTo] = useState<string | null>(null);
  const address = to ?? me.data?.email ?? '';
  const test = useMutation<Tried, ApiError>({ mutationFn: () => ask('POST', '/v1/mail/test', { to: address }) });
  return (
    <Card withBorder>
      <Stack>
        <Title order={3} size="h4">
          {t('messages.test')}
        </Title>
        {test.error === null ? null : <ProblemAlert error={test.error} />}
        {test.data === undefined ? null : <Outcome tried={test.data} />}
        <TextInput label={t('messages.testTo')} type="email" value={address} onChange={(event) => setTo(event.currentTarget.value)} />
        <Button w="fit-content" loading={test.isPending} onClick={() => test.mutate()}>
          {t('messages.testSend')}
        </Button>
      </Stack>
    </Card>
  );
}

function Outcome({ tried }: { readonly tried: Tried }) {
  const { t } = useTranslation();
  if (tried.sent)
    return (
      <Alert color="green" role="status">
        {t('messages.testSent')}
      </Alert>
    );
  return (
    <Alert color="red" role="alert" title={t('messages.testFailed')}>
      <Text size="sm">{tried.error?.text[locale()]}</Text>
      {tried.response === null ? null : (
        <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
          {t('messages.serverSaid', { words: tried.response })}
        </Text>
      )}
    </Alert>
  );
}
