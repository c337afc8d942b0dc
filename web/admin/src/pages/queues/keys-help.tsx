import { Button, Group, Kbd, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../parts/dialog.tsx';

/** The keys of a queue; `a` and `d` do what its buttons are called. */
export function KeysHelp({ acts, onClose }: { readonly acts: Readonly<Partial<Record<'a' | 'd', string>>>; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const keys = [
    ['j', t('queues.keys.j')],
    ['k', t('queues.keys.k')],
    ['x', t('queues.keys.x')],
    ...(acts.a === undefined ? [] : [['a', acts.a] as const]),
    ...(acts.d === undefined ? [] : [['d', acts.d] as const]),
    ['Enter', t('queues.keys.enter')],
    ['?', t('queues.keys.help')],
  ] as const;
  return (
    <Dialog title={t('queues.keys.title')} onClose={onClose}>
      <Stack gap="xs">
        {keys.map(([key, text]) => (
          <Group key={key}>
            <Kbd>{key}</Kbd>
            <Text size="sm">{text}</Text>
          </Group>
        ))}
        <Button onClick={onClose} w="fit-content" data-autofocus>
          {t('queues.keys.close')}
        </Button>
      </Stack>
    </Dialog>
  );
}
