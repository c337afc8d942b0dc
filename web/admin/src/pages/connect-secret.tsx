import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { NewConnector } from './connect-api.ts';

/** What the other system is told, once. */
export function Secret({ made }: { readonly made: NewConnector }) {
  const { t } = useTranslation();
  const isSigned = made.trust === 'signed';
  const address = isSigned ? made.address : made.addressWithSecret;
  return (
    <Alert color="teal" title={t('connect.made')}>
      <Stack gap="xs">
        <Text size="sm">{t(`connect.how.${made.preset}`)}</Text>
        {address === null ? null : <Copied label={t('connect.address')} value={address} />}
        {isSigned && made.secret !== null ? <Copied label={t('connect.secret')} value={made.secret} /> : null}
      </Stack>
    </Alert>
  );
}

function Copied({ label, value }: { readonly label: string; readonly value: string }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Text size="sm" fw={600}>
        {label}
      </Text>
      <Code style={{ overflowWrap: 'anywhere' }}>{value}</Code>
      <CopyButton value={value}>
        {({ copied, copy }) => (
          <Button size="compact-xs" variant="light" onClick={copy}>
            {copied ? t('connect.copied') : t('connect.copy')}
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
