import { Button, type ButtonProps, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';

interface AskFirstProps extends Pick<ButtonProps, 'size'> {
  readonly action: string;
  readonly title: string;
  /** What will come of it. */
  readonly consequence: ReactNode;
  readonly isBusy: boolean;
  readonly onYes: () => void;
}

/** A button for what cannot be undone: it says what will come of it, and only then does it. */
export function AskFirst({ action, title, consequence, isBusy, onYes, size = 'compact-sm' }: AskFirstProps) {
  const [isOpen, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size={size} variant="default" loading={isBusy} onClick={open}>
        {action}
      </Button>
      {isOpen ? <Question action={action} title={title} consequence={consequence} onYes={onYes} onClose={close} /> : null}
    </>
  );
}

interface QuestionProps extends Pick<AskFirstProps, 'action' | 'title' | 'consequence' | 'onYes'> {
  readonly onClose: () => void;
}

/** The question alone, for what is asked by a key. */
export function Question({ action, title, consequence, onYes, onClose }: QuestionProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack>
        <Text component="div">{consequence}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('app.cancel')}
          </Button>
          <Button
            color="red"
            onClick={() => {
              onClose();
              onYes();
            }}
          >
            {action}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
