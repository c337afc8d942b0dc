import { Badge, Button, Group, Select, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { locale } from '../../i18n.ts';
import { formatDate } from '../../money.ts';
import { ExportButtons } from '../../parts/export-buttons.tsx';
import { KeysetList, useKeyset } from '../../parts/keyset-list.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useRights } from '../../rights.ts';
import type { Texts } from '../person/person-api.ts';

interface Delivery {
  readonly id: string;
  readonly type: string;
  readonly status: 'pending' | 'delivered' | 'dead';
  readonly createdAt: string;
  readonly lastStatus: number | null;
  readonly lastError: { readonly text: Texts } | null;
  readonly attempts: readonly unknown[];
}

const ROWS = 20;

/** The log of one webhook; what did not arrive is sent again. */
export function Deliveries({ webhookId }: { readonly webhookId: string }) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const queries = useQueryClient();
  const [status, setStatus] = useState<string>('');
  const [cursor, setCursor] = useState<string | undefined>();
  const filter = status === '' ? {} : { status };
  const query = useKeyset<Delivery>({
    key: ['deliveries', webhookId],
    path: `/v1/webhooks/${webhookId}/deliveries`,
    filter,
    cursor,
    limit: ROWS,
  });
  const replay = useMutation<unknown, ApiError, string>({
    mutationFn: (id) => ask('POST', `/v1/webhooks/${webhookId}/deliveries/${id}/replay`, {}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['deliveries', webhookId] }),
  });
  return (
    <Stack gap="xs">
      <Group align="end" justify="space-between">
        <Select
          label={t('settings.webhooks.filter')}
          w={220}
          data={[
            { value: '', label: t('settings.webhooks.all') },
            ...(['pending', 'delivered', 'dead'] as const).map((value) => ({ value, label: t(`settings.webhooks.delivery.${value}`) })),
          ]}
          value={status}
          allowDeselect={false}
          onChange={(next) => {
            setStatus(next ?? '');
            setCursor(undefined);
          }}
        />
        <ExportButtons list="deliveries" query={{ ...filter, webhookId }} />
      </Group>
      {replay.error === null ? null : <ProblemAlert error={replay.error} />}
      <KeysetList query={query} cursor={cursor} onCursor={setCursor} empty={t('settings.webhooks.noDeliveries')}>
        {(items) => (
          <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {items.map((delivery) => (
              <Group component="li" key={delivery.id} justify="space-between" gap="xs">
                <div>
                  <Group gap="xs">
                    <Text size="sm" fw={600}>
                      {delivery.type}
                    </Text>
                    <Badge variant="outline" size="sm" c="var(--mantine-color-text)">
                      {t(`settings.webhooks.delivery.${delivery.status}`)}
                    </Badge>
                  </Group>
                  <Text size="sm" c="dimmed">
                    {formatDate(delivery.createdAt)} · {t('settings.webhooks.attempts', { count: delivery.attempts.length })}
                    {delivery.lastError === null ? '' : ` · ${delivery.lastError.text[locale()]}`}
                  </Text>
                </div>
                {mayChange('webhooks') && delivery.status !== 'pending' ? (
                  <Button size="compact-sm" variant="default" loading={replay.isPending} onClick={() => replay.mutate(delivery.id)}>
                    {t('settings.webhooks.replay')}
                  </Button>
                ) : null}
              </Group>
            ))}
          </Stack>
        )}
      </KeysetList>
    </Stack>
  );
}
