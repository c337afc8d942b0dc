import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { useFormKey } from '../../form-key.ts';
import { formatDate } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { AskFirst } from '../../parts/ask-first.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { ShownOnce } from '../../parts/shown-once.tsx';

interface Secrets {
  readonly items: readonly { readonly id: string; readonly createdAt: string }[];
  readonly tokenSessions: number;
}

const KEY = ['cabinet-secrets'] as const;

/** What the shop's server signs cabinet tokens with: one in use, and one to change to. */
export function CabinetSecrets() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useFormKey();
  const secrets = useQuery<Secrets, ApiError>({ queryKey: KEY, queryFn: () => ask('GET', '/v1/tenant/cabinet-secrets') });
  const onSettled = () => queries.invalidateQueries({ queryKey: KEY });
  const make = useMutation<{ readonly secret: string }, ApiError>({
    mutationFn: () => form.ask('POST', '/v1/tenant/cabinet-secrets'),
    onSettled,
  });
  const end = useMutation<unknown, ApiError, string>({ mutationFn: (id) => ask('DELETE', `/v1/tenant/cabinet-secrets/${id}`), onSettled });
  const error = make.error ?? end.error;
  return (
    <Card withBorder component="section" aria-labelledby="cabinet-secrets">
      <Stack>
        <Title order={3} size="h4" id="cabinet-secrets">
          {t('settings.cabinetSecrets.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t('settings.cabinetSecrets.lead')}
        </Text>
        {error === null ? null : <ProblemAlert error={error} />}
        {make.data === undefined ? null : (
          <ShownOnce title={t('settings.cabinetSecrets.made')} value={make.data.secret} onClose={() => make.reset()} />
        )}
        <Answer query={secrets}>
          {({ items, tokenSessions }) => (
            <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
              {items.length === 0 ? <Text component="li">{t('settings.cabinetSecrets.none')}</Text> : null}
              {items.map(({ id, createdAt }) => (
                <Group component="li" key={id} justify="space-between">
                  <Text>{t('settings.cabinetSecrets.since', { date: formatDate(createdAt) })}</Text>
                  <AskFirst
                    action={t('settings.cabinetSecrets.end')}
                    title={t('settings.cabinetSecrets.endTitle')}
                    consequence={t('settings.cabinetSecrets.endText', { count: tokenSessions })}
                    isBusy={end.isPending}
                    onYes={() => end.mutate(id)}
                  />
                </Group>
              ))}
              {items.length < 2 ? null : (
                <Text component="li" size="sm" c="dimmed">
                  {t('settings.cabinetSecrets.oldest')}
                </Text>
              )}
            </Stack>
          )}
        </Answer>
        <Button w="fit-content" variant="default" loading={make.isPending} onClick={() => make.mutate()}>
          {t('settings.cabinetSecrets.make')}
        </Button>
      </Stack>
    </Card>
  );
}
