import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A secret or a link that is never shown again. */
export function ShownOnce({ title, value, onClose }: { readonly title: string; readonly value: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  return (
    <Alert color="yellow" variant="light" title={title} role="status" styles={{ label: { color: 'var(--mantine-color-text)' } }}>
      <Stack gap="xs">
        <Text size="sm">{t('settings.once')}</Text>
        <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }} data-secret="">
          {value}
        </Code>
        <Group>
          <Button size="compact-md" onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}>
            {t(isCopied ? 'app.copied' : 'app.copy')}
          </Button>
          <Button size="compact-md" variant="default" onClick={onClose}>
            {t('settings.kept')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
