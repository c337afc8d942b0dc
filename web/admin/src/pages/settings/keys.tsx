import { Badge, Button, Card, Checkbox, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { useFormKey } from '../../form-key.ts';
import { formatDate } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { AskFirst } from '../../parts/ask-first.tsx';
import { ExportButtons } from '../../parts/export-buttons.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { ShownOnce } from '../../parts/shown-once.tsx';
import { CabinetSecrets } from './cabinet-secrets.tsx';

const SCOPES = ['read', 'write', 'staff', 'admin'] as const;

interface Key {
  readonly id: string;
  readonly kind: 'secret' | 'publishable';
  readonly name: string;
  readonly source: string;
  readonly scopes: readonly (typeof SCOPES)[number][];
  readonly createdAt: string;
  readonly revokedAt: string | null;
  readonly lastUsedAt: string | null;
}

/** Keys of the shop's own programs: made once, shown once, revoked within a second. */
export function Keys() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const keys = useQuery<{ readonly items: readonly Key[] }, ApiError>({ queryKey: ['keys'], queryFn: () => ask('GET', '/v1/keys') });
  const revoke = useMutation<unknown, ApiError, string>({
    mutationFn: (id) => ask('DELETE', `/v1/keys/${id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['keys'] }),
  });
  return (
    <Stack maw={800}>
      <NewKey />
      {revoke.error === null ? null : <ProblemAlert error={revoke.error} />}
      <ExportButtons list="keys" />
      <Answer query={keys}>
        {({ items }) => (
          <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {items.map((key) => (
              <li key={key.id}>
                <Card withBorder padding="sm">
                  <Group justify="space-between">
                    <div>
                      <Group gap="xs">
                        <Text fw={600}>{key.name}</Text>
                        <Badge variant="outline" c="var(--mantine-color-text)">
                          {t(`settings.keys.kind.${key.kind}`)}
                        </Badge>
                        {key.scopes.map((scope) => (
                          <Badge key={scope} variant="light" c="var(--mantine-color-text)">
                            {t(`settings.keys.scope.${scope}`)}
                          </Badge>
                        ))}
                      </Group>
                      <Text size="sm" c="dimmed">
                        {key.lastUsedAt === null
                          ? t('settings.keys.unused')
                          : t('settings.keys.used', { date: formatDate(key.lastUsedAt) })}
                        {` · ${t('settings.keys.source', { source: key.source })}`}
                      </Text>
                    </div>
                    {key.revokedAt === null ? (
                      <AskFirst
                        action={t('settings.keys.revoke')}
                        title={t('settings.keys.revokeTitle', { name: key.name })}
                        consequence={
                          key.lastUsedAt === null
                            ? t('settings.keys.revokeUnused')
                            : t('settings.keys.revokeUsed', { date: formatDate(key.lastUsedAt) })
                        }
                        isBusy={revoke.isPending}
                        onYes={() => revoke.mutate(key.id)}
                      />
                    ) : (
                      <Text size="sm">{t('settings.keys.revoked', { date: formatDate(key.revokedAt) })}</Text>
                    )}
                  </Group>
                </Card>
              </li>
            ))}
          </Stack>
        )}
      </Answer>
      <CabinetSecrets />
    </Stack>
  );
}

function NewKey() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useFormKey();
  const [kind, setKind] = useState<'secret' | 'publishable'>('secret');
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>(['read', 'write']);
  const make = useMutation<{ readonly key: string }, ApiError>({
    mutationFn: () => form.ask('POST', '/v1/keys', { kind, name: name.trim(), ...(kind === 'secret' ? { scopes } : {}) }),
    onSuccess: async () => {
      setName('');
      await queries.invalidateQueries({ queryKey: ['keys'] });
    },
  });
  return (
    <Card withBorder component="section">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Stack>
          <Title order={3} size="h4">
            {t('settings.keys.new')}
          </Title>
          {make.error === null ? null : <ProblemAlert error={make.error} />}
          {make.data === undefined ? null : (
            <ShownOnce title={t('settings.keys.made')} value={make.data.key} onClose={() => make.reset()} />
          )}
          <TextInput
            label={t('settings.keys.name')}
            required
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t('settings.keys.kindLabel')}
            data={(['secret', 'publishable'] as const).map((value) => ({ value, label: t(`settings.keys.kind.${value}`) }))}
            value={kind}
            allowDeselect={false}
            onChange={(next) => setKind(next === 'publishable' ? 'publishable' : 'secret')}
          />
          {kind === 'secret' ? (
            <Checkbox.Group label={t('settings.keys.scopes')} value={scopes} onChange={setScopes}>
              <Group mt="xs">
                {SCOPES.map((scope) => (
                  <Checkbox key={scope} value={scope} label={t(`settings.keys.scope.${scope}`)} />
                ))}
              </Group>
            </Checkbox.Group>
          ) : null}
          <Button
            type="submit"
            w="fit-content"
            loading={make.isPending}
            disabled={name.trim() === '' || (kind === 'secret' && scopes.length === 0)}
          >
            {t('settings.keys.make')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
