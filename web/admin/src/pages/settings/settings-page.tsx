import { Button, Group, Stack, Tabs, Title } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Forbidden } from '../../parts/forbidden.tsx';
import { KEEPING, KeptPanel } from '../../parts/kept-panel.tsx';
import { useRights } from '../../rights.ts';
import { AuditLog } from './audit-log.tsx';
import { Exports } from './exports.tsx';
import { Keys } from './keys.tsx';
import { LookSettings } from './look-settings.tsx';
import { MySettings } from './my-settings.tsx';
import { ShopSettings } from './shop-settings.tsx';
import { StaffSettings } from './staff-settings.tsx';
import { Webhooks } from './webhooks.tsx';

const TABS = ['me', 'shop', 'look', 'keys', 'webhooks', 'staff', 'export', 'audit'] as const;
type Tab = (typeof TABS)[number];

/** A tab for each thing that is set; who may not see one is not shown it. */
export function SettingsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/settings' });
  const { tab } = useSearch({ from: '/frame/settings' });
  const { maySee, mayChange } = useRights();
  const isShown: Readonly<Record<Tab, boolean>> = {
    me: true,
    shop: maySee('settings'),
    look: maySee('settings'),
    keys: mayChange('settings'),
    webhooks: maySee('webhooks'),
    staff: maySee('staff'),
    export: maySee('exports'),
    audit: mayChange('staff'),
  };
  const shown = TABS.filter((name) => isShown[name]);
  if (TABS.some((name) => name === tab && !isShown[name])) return <Forbidden />;
  const current = shown.find((name) => name === tab) ?? (isShown.shop ? 'shop' : 'me');
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={2}>{t('settings.title')}</Title>
        <Group gap="xs">
          {isShown.shop ? (
            <Button component={Link} to="/settings/self-check" variant="default">
              {t('selfCheck.title')}
            </Button>
          ) : null}
          <Button component={Link} to="/settings/messages" variant="default">
            {t('messages.nav')}
          </Button>
        </Group>
      </Group>
      <Tabs value={current} onChange={(next) => void navigate({ search: { tab: next ?? 'me' } })} {...KEEPING}>
        <Tabs.List aria-label={t('settings.title')}>
          {shown.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`settings.tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map((name) => (
          <KeptPanel key={name} value={name}>
            <Panel name={name} />
          </KeptPanel>
        ))}
      </Tabs>
    </Stack>
  );
}

function Panel({ name }: { readonly name: Tab }) {
  switch (name) {
    case 'me':
      return <MySettings />;
    case 'shop':
      return <ShopSettings />;
    case 'look':
      return <LookSettings />;
    case 'keys':
      return <Keys />;
    case 'webhooks':
      return <Webhooks />;
    case 'staff':
      return <StaffSettings />;
    case 'export':
      return <Exports />;
    case 'audit':
      return <AuditLog />;
  }
}
