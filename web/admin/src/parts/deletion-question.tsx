import { Button, Group, List, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.tsx';

interface QuestionProps {
  readonly of: 'program' | 'version';
  readonly title: string;
  readonly lost: readonly string[];
  /** Why it was refused; null until it was. */
  readonly problem: ReactNode;
  readonly isBusy: boolean;
  readonly onYes: () => void;
  readonly onClose: () => void;
}

/** What is lost, and what is not, before it is. */
export function DeletionQuestion({ of, title, lost, problem, isBusy, onYes, onClose }: QuestionProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={onClose}>
      <Stack>
        {problem}
        <List spacing="xs">
          {lost.map((text) => (
            <List.Item key={text}>{text}</List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          {t(`deletion.${of}.note`)}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button color="red" loading={isBusy} onClick={onYes}>
            {t(`deletion.${of}.confirm`)}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
