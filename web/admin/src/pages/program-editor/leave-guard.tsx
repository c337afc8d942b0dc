import { Button, Group, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../parts/dialog.tsx';

/** Unsaved changes are not lost by a stray click. */
export function LeaveGuard({ isDirty }: { readonly isDirty: boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Dialog title={t('editor.leave.title')} onClose={() => blocker.reset()}>
      <Stack>
        <Text>{t('editor.leave.lead')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => blocker.proceed()}>
            {t('editor.leave.go')}
          </Button>
          <Button data-autofocus onClick={() => blocker.reset()}>
            {t('editor.leave.stay')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
