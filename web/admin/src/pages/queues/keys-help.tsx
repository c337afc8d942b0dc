import { Button, Group, Kbd, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const KEYS = [
  ['j', 'j'],
  ['k', 'k'],
  ['x', 'x'],
  ['a', 'a'],
  ['d', 'd'],
  ['?', 'help'],
] as const;

export function KeysHelp({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('queues.keys.title')} closeButtonProps={{ 'aria-label': t('queues.keys.close') }}>
      <Stack gap="xs">
        {KEYS.map(([key, text]) => (
          <Group key={key}>
            <Kbd>{key}</Kbd>
            <Text size="sm">{t(`queues.keys.${text}`)}</Text>
          </Group>
        ))}
        <Button onClick={onClose} w="fit-content">
          {t('queues.keys.close')}
        </Button>
      </Stack>
    </Modal>
  );
}
