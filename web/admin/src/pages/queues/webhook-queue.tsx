import { Anchor, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { locale } from '../../i18n.ts';
import { Answer } from '../../parts/answer.tsx';
import { useRights } from '../../rights.ts';
import type { Texts } from '../person/person-api.ts';
import { QueueRows } from './queue-rows.tsx';
import { eachBy, useBulk } from './use-bulk.ts';

interface Webhooks {
  readonly items: readonly {
    readonly id: string;
    readonly url: string;
    readonly status: string;
    readonly disabledReason: { readonly text: Texts } | null;
  }[];
}

const DAY_MS = 86_400_000;
/** As long as messages are kept. */
const KEPT_DAYS = 30;

/** Addresses that were switched off since they failed: switched on again, they get what they missed. */
export function WebhookQueue() {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const webhooks = useQuery<Webhooks, ApiError>({ queryKey: ['queues', 'webhooks'], queryFn: () => ask('GET', '/v1/webhooks?limit=200') });
  const items = (webhooks.data?.items ?? []).filter(({ status }) => status === 'disabled');
  const bulk = useBulk<(typeof items)[number]>();
  const switchOn = async ({ id }: (typeof items)[number]) => {
    await ask('PATCH', `/v1/webhooks/${id}`, { paused: false });
    await ask('POST', `/v1/webhooks/${id}/replay`, { since: new Date(Date.now() - KEPT_DAYS * DAY_MS).toISOString() });
  };
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('queues.webhook.lead')}
      </Text>
      <QueueRows
        items={items}
        acts={
          mayChange('webhooks')
            ? [{ label: t('queues.webhook.on'), key: 'a', isMain: true, act: (rows) => bulk.run(rows, eachBy(switchOn)) }]
            : []
        }
        bulk={bulk}
        nameOf={({ url }) => url}
        row={({ url, disabledReason }) => (
          <>
            <Anchor
              underline="always"
              fw={600}
              style={{ overflowWrap: 'anywhere' }}
              renderRoot={(props) => <Link to="/settings" search={{ tab: 'webhooks' }} {...props} />}
            >
              {url}
            </Anchor>
            <Text size="sm">{disabledReason?.text[locale()] ?? t('queues.webhook.off')}</Text>
          </>
        )}
        list={(rows) => <Answer query={webhooks}>{() => (items.length === 0 ? <Text>{t('queues.none')}</Text> : rows)}</Answer>}
      />
    </Stack>
  );
}
