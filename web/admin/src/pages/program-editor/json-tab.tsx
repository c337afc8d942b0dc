import { Alert, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { locale } from '../../i18n.ts';
import type { Problem } from './draft-context.tsx';
import type { DeskProps } from './editor-header.tsx';

/** The whole document as it is sent, for who would rather write it. */
export function JsonTab({ draft, mayChange, problems }: DeskProps & { readonly problems: readonly Problem[] }) {
  const { t } = useTranslation();
  const whole = JSON.stringify(draft.document, null, 2);
  const { typing } = draft;
  const text = typing?.text ?? whole;
  const read = readJson(text);
  const take = () => {
    if (read === undefined) return;
    draft.replace(read);
    draft.type(null);
  };
  return (
    <Stack>
      <Text size="sm" c="dimmed">
        {t('editor.json.lead')}
      </Text>
      <Textarea
        label={t('editor.json.title')}
        autosize
        minRows={12}
        maxRows={40}
        spellCheck={false}
        readOnly={!mayChange}
        styles={{ input: { fontFamily: 'monospace', fontSize: 13 } }}
        error={read === undefined ? t('editor.json.broken') : undefined}
        value={text}
        onChange={(event) => draft.type(event.currentTarget.value)}
      />
      {problems.map(({ path, text: words }) => (
        <Alert key={`${path} ${words.en}`} color="red" p="xs">
          <Text size="sm">
            <code>{path}</code> {words[locale()]}
          </Text>
        </Alert>
      ))}
      {typing === null || typing.of === draft.document ? null : (
        <Alert color="yellow" p="xs">
          <Text size="sm">{t('editor.json.older')}</Text>
        </Alert>
      )}
      <Group>
        <Button disabled={typing === null || read === undefined || !mayChange} onClick={take}>
          {t('editor.json.take')}
        </Button>
        <Button variant="default" disabled={typing === null} onClick={() => draft.type(null)}>
          {t('app.cancel')}
        </Button>
      </Group>
    </Stack>
  );
}

function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
