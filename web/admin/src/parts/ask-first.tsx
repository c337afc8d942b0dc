import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

interface AskFirstProps {
  readonly action: string;
  readonly title: string;
  /** What will come of it. */
  readonly consequence: string;
  readonly isBusy: boolean;
  readonly onYes: () => void;
}

/** A button for what cannot be undone: it says what will come of it, and only then does it. */
export function AskFirst({ action, title, consequence, isBusy, onYes }: AskFirstProps) {
  const { t } = useTranslation();
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="compact-sm" variant="default" loading={isBusy} onClick={open}>
        {action}
      </Button>
      <Modal opened={isOpen} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('app.cancel') }}>
        <Stack>
          <Text>{consequence}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              {t('app.cancel')}
            </Button>
            <Button
              color="red"
              onClick={() => {
                close();
                onYes();
              }}
            >
              {action}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
