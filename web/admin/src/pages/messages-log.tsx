import { Anchor, Badge, Button, Card, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../api.ts';
import { locale } from '../i18n.ts';
import { formatDate } from '../money.ts';
import { ExportButtons } from '../parts/export-buttons.tsx';
import { KeysetList, useKeyset } from '../parts/keyset-list.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';

interface LoggedMail {
  readonly id: string;
  readonly name: { readonly ru: string; readonly en: string };
  readonly customerId: string | null;
  readonly status: 'waiting' | 'sent' | 'failed' | 'skipped';
  readonly attempts: number;
  readonly createdAt: string;
  readonly nextAttemptAt: string | null;
  readonly error: { readonly text: { readonly ru: string; readonly en: string } } | null;
}

const STATUSES = ['waiting', 'sent', 'failed', 'skipped'] as const;
const KEY = ['mail', 'log'] as const;

interface LogProps {
  readonly status: string | undefined;
  readonly cursor: string | undefined;
  readonly onPlace: (place: { status?: string; cursor?: string }) => void;
  readonly mayResend: boolean;
}

/** What waits, what was sent, and why something was not; whom by their page, never by address. */
export function MailLog({ status, cursor, onPlace, mayResend }: LogProps) {
  const { t } = useTranslation();
  const query = useKeyset<LoggedMail>({ key: KEY, path: '/v1/mail/log', filter: { status }, cursor });
  const kept = status === undefined ? {} : { status };
  return (
    <Stack>
      <Group align="end" justify="space-between">
        <Select
          label={t('messages.filter')}
          w={260}
          clearable
          clearButtonProps={{ 'aria-label': t('messages.all') }}
          placeholder={t('messages.all')}
          value={status ?? null}
          data={STATUSES.map((value) => ({ value, label: t(`messages.status.${value}`) }))}
          onChange={(next) => onPlace(next === null ? {} : { status: next })}
        />
        <ExportButtons list="messages" query={kept} />
      </Group>
      <KeysetList
        query={query}
        cursor={cursor}
        onCursor={(next) => onPlace(next === undefined ? kept : { ...kept, cursor: next })}
        empty={t('messages.nothing')}
      >
        {(mails) => (
          <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {mails.map((mail) => (
              <li key={mail.id}>
                <MailRow mail={mail} mayResend={mayResend} />
              </li>
            ))}
          </Stack>
        )}
      </KeysetList>
    </Stack>
  );
}

const COLORS = { waiting: 'blue', sent: 'green', failed: 'red', skipped: 'gray' } as const;

function MailRow({ mail, mayResend }: { readonly mail: LoggedMail; readonly mayResend: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const resend = useMutation<unknown, ApiError>({
    mutationFn: () => ask('POST', `/v1/mail/log/${mail.id}/resend`),
    onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  return (
    <Card withBorder padding="sm">
      {resend.error === null ? null : <ProblemAlert error={resend.error} />}
      <Group justify="space-between" align="flex-start">
        <div>
          <Group gap="xs">
            <Text fw={600}>{mail.name[locale()]}</Text>
            <Badge color={COLORS[mail.status]} variant="outline" c="var(--mantine-color-text)">
              {t(`messages.status.${mail.status}`)}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed">
            {formatDate(mail.createdAt)} · {t('messages.attempts', { count: mail.attempts })}
          </Text>
          {mail.error === null ? null : <Text size="sm">{mail.error.text[locale()]}</Text>}
          {mail.nextAttemptAt === null || mail.attempts === 0 ? null : (
            <Text size="sm">{t('messages.nextAttempt', { at: formatDate(mail.nextAttemptAt) })}</Text>
          )}
          {mail.customerId === null ? (
            <Text size="sm">{t('messages.toStaff')}</Text>
          ) : (
            <Anchor component={Link} to={`/people/${mail.customerId}`} size="sm" underline="always">
              {t('messages.toCustomer')}
            </Anchor>
          )}
        </div>
        {mail.status === 'failed' && mayResend ? (
          <Button variant="default" size="compact-md" loading={resend.isPending} onClick={() => resend.mutate()}>
            {t('messages.resend')}
          </Button>
        ) : null}
      </Group>
    </Card>
  );
}
