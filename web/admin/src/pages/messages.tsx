import { Stack, Tabs, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { KEEPING, KeptPanel } from '../parts/kept-panel.tsx';
import { useRights } from '../rights.ts';
import { useMe } from '../session.ts';
import { MailLog } from './messages-log.tsx';
import { MailSettingsForm } from './messages-settings.tsx';
import { MailTexts } from './messages-texts.tsx';

const TABS = ['texts', 'settings', 'log'] as const;
type Tab = (typeof TABS)[number];

/** Service messages by e-mail: what they say, how they leave, what became of them. */
export function MessagesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/settings/messages' });
  const { tab, status, cursor } = useSearch({ from: '/frame/settings/messages' });
  const me = useMe();
  const { mayChange } = useRights();
  // How mail leaves is the owner's business: others would only be refused.
  const shown: readonly Tab[] = me.data?.role === 'owner' ? TABS : ['texts', 'log'];
  const current = shown.find((name) => name === tab) ?? 'texts';
  const go = (search: { tab?: string; status?: string; cursor?: string }) => void navigate({ search });
  return (
    <Stack maw={880}>
      <Title order={2}>{t('messages.title')}</Title>
      <Text c="dimmed">{t('messages.lead')}</Text>
      <Tabs value={current} onChange={(next) => go({ tab: next ?? 'texts' })} {...KEEPING}>
        <Tabs.List aria-label={t('messages.title')}>
          {shown.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`messages.tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <KeptPanel value="texts">
          <MailTexts mayWrite={mayChange('messages') || me.data?.role === 'owner'} />
        </KeptPanel>
        <KeptPanel value="settings">
          <MailSettingsForm />
        </KeptPanel>
        <KeptPanel value="log">
          <MailLog
            status={status}
            cursor={cursor}
            onPlace={(place) => go({ tab: 'log', ...place })}
            mayResend={mayChange('messages') || me.data?.role === 'owner'}
          />
        </KeptPanel>
      </Tabs>
    </Stack>
  );
}
