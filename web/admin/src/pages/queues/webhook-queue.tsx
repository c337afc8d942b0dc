import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { locale } from '../../i18n.ts';
import { Answer } from '../../parts/answer.tsx';
import type { Texts } from '../person/person-api.ts';

interface Webhooks {
  readonly items: readonly {
    readonly id: string;
    readonly url: string;
    readonly status: string;
    readonly disabledReason: { readonly text: Texts } | null;
  }[];
}

export function WebhookQueue() {
  const { t } = useTranslation();
  const webhooks = useQuery<Webhooks, ApiError>({ queryKey: ['queues', 'webhooks'], queryFn: () => ask('GET', '/v1/webhooks?limit=200') });
  return (
    <Answer query={webhooks}>
      {({ items }) => {
        const off = items.filter(({ status }) => status === 'disabled');
        return (
          <Stack gap="xs">
            {off.length === 0 ? <Text>{t('queues.none')}</Text> : null}
            {off.map((webhook) => (
              <Card withBorder padding="sm" key={webhook.id}>
                <Group justify="space-between">
                  <div>
                    <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                      {webhook.url}
                    </Text>
                    <Text size="sm">{webhook.disabledReason?.text[locale()] ?? t('queues.webhook.off')}</Text>
                  </div>
                  <Button component="a" href="#/settings?tab=webhooks" variant="default">
                    {t('queues.webhook.open')}
                  </Button>
                </Group>
              </Card>
            ))}
          </Stack>
        );
      }}
    </Answer>
  );
}
