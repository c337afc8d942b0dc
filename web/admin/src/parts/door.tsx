import { Button, Center, Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLocale, locale } from '../i18n.ts';
import { ProblemAlert } from './problem-alert.tsx';

interface DoorProps {
  readonly title: string;
  readonly lead?: string;
  readonly action: string;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** The card in front of the console: one question, one button. */
export function Door({ title, lead, action, isBusy, error, onSubmit, children }: DoorProps) {
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <Center mih="100vh" p="md" component="main">
      <Paper withBorder p="xl" w="100%" maw={420}>
        <form onSubmit={submit}>
          <Stack>
            <Group justify="space-between" align="start">
              <Title order={1} size="h3">
                {title}
              </Title>
              <Button variant="subtle" size="compact-xs" onClick={() => void changeLocale(locale() === 'ru' ? 'en' : 'ru')}>
                {t('app.language')}
              </Button>
            </Group>
            {lead === undefined ? null : <Text>{lead}</Text>}
            {error === null ? null : <ProblemAlert error={error} />}
            {children}
            <Button type="submit" loading={isBusy} fullWidth>
              {action}
            </Button>
          </Stack>
        </form>
      </Paper>
    </Center>
  );
}
