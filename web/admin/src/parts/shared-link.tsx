import { Anchor, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readableLink } from '../readable-link.ts';

/** A link to pass on: copied by one press, opened as the friend sees it. */
export function SharedLink({ link: address }: { readonly link: string }) {
  const { t } = useTranslation();
  const link = readableLink(address);
  return (
    <Stack gap="xs">
      <Code p="xs" style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }} data-link="">
        {link}
      </Code>
      <Group>
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <>
              <Button onClick={copy}>{t('app.copyLink')}</Button>
              <Text size="sm" role="status">
                {copied ? t('app.copied') : ''}
              </Text>
            </>
          )}
        </CopyButton>
        <Anchor href={link} target="_blank" rel="noreferrer" underline="always">
          {t('app.openLink')}
        </Anchor>
      </Group>
    </Stack>
  );
}
