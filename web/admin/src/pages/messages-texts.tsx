import { Badge, Card, Group, NavLink, SegmentedControl, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../api.ts';
import { type Locale, locale } from '../i18n.ts';
import { Answer } from '../parts/answer.tsx';
import { type MailText, TEXTS_KEY } from './messages-api.ts';
import { MailTextEditor, type TypedMail } from './messages-editor.tsx';

/** The seven messages on the left, the chosen one in the chosen language on the right. */
export function MailTexts({ mayWrite }: { readonly mayWrite: boolean }) {
  const query = useQuery<{ readonly items: readonly MailText[] }, ApiError>({
    queryKey: TEXTS_KEY,
    queryFn: () => ask('GET', '/v1/mail/texts'),
  });
  return <Answer query={query}>{({ items }) => <Chosen texts={items} mayWrite={mayWrite} />}</Answer>;
}

function Chosen({ texts, mayWrite }: { readonly texts: readonly MailText[]; readonly mayWrite: boolean }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState(texts[0]?.kind ?? '');
  const [language, setLanguage] = useState<Locale>(locale());
  const inLanguage = texts.filter((text) => text.locale === language);
  const chosen = inLanguage.find((text) => text.kind === kind);
  // Of each message and language: looking at another loses nothing.
  const [typed, setTyped] = useState<Readonly<Record<string, TypedMail | null>>>({});
  const place = `${kind} ${language}`;
  const editor = useRef<HTMLDivElement>(null);
  const choose = (next: string) => {
    setKind(next);
    // Where the list stands above the editor, what was chosen would stay out of sight.
    if (window.matchMedia('(max-width: 62em)').matches) editor.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Stack gap="xs">
        <SegmentedControl
          aria-label={t('messages.language')}
          value={language}
          onChange={(next) => setLanguage(next === 'en' ? 'en' : 'ru')}
          data={[
            { value: 'ru', label: t('messages.ru') },
            { value: 'en', label: t('messages.en') },
          ]}
        />
        <Card withBorder padding={4} component="nav" aria-label={t('messages.seven')}>
          {inLanguage.map((text) => (
            <NavLink
              key={text.kind}
              component="button"
              label={text.name[locale()]}
              description={t(text.canDecline ? 'messages.canDecline' : 'messages.always')}
              active={text.kind === kind}
              aria-current={text.kind === kind ? 'true' : undefined}
              rightSection={
                text.isOwn ? (
                  <Badge size="sm" variant="outline" c="var(--mantine-color-text)">
                    {t('messages.own')}
                  </Badge>
                ) : null
              }
              onClick={() => choose(text.kind)}
            />
          ))}
        </Card>
      </Stack>
      {chosen === undefined ? null : (
        <Stack ref={editor} style={{ scrollMarginTop: 72 }}>
          <MailTextEditor
            key={place}
            text={chosen}
            mayWrite={mayWrite}
            typed={typed[place] ?? null}
            onType={(next) => setTyped((before) => ({ ...before, [place]: next }))}
          />
          <FieldList text={chosen} />
        </Stack>
      )}
    </SimpleGrid>
  );
}

function FieldList({ text }: { readonly text: MailText }) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={t('messages.fields')}>
      <Stack gap={6}>
        <Text fw={600}>{t('messages.fields')}</Text>
        <Text size="sm" c="dimmed">
          {t('messages.fieldsHint')}
        </Text>
        {text.fields.map((field) => (
          <Group key={field.name} gap="xs" wrap="nowrap" align="baseline">
            <code style={{ whiteSpace: 'nowrap' }}>{`{{ ${field.name} }}`}</code>
            <Text size="sm">{field.meaning[locale()]}</Text>
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
