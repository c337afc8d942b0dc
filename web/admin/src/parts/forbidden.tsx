import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../session.ts';

/** Instead of a page that is not for one's role: why not, who can change that, and a way on. */
export function Forbidden() {
  const { t } = useTranslation();
  const me = useMe();
  const role = me.data?.role ?? 'readOnly';
  return (
    <Stack maw={560}>
      <Title order={2}>{t('forbidden.title')}</Title>
      <Alert color="yellow" variant="light" role="alert" styles={{ message: { color: 'var(--mantine-color-text)' } }}>
        <Stack gap="xs">
          <Text>{t('forbidden.lead', { role: t(`role.${role}.name`) })}</Text>
          <Text size="sm">{t(`role.${role}.may`)}</Text>
          <Text size="sm">{t('forbidden.ask')}</Text>
        </Stack>
      </Alert>
      <Button component={Link} to="/" w="fit-content">
        {t('forbidden.home')}
      </Button>
    </Stack>
  );
}
