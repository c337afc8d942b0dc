import { Accordion, Card, List, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { withValue } from '../../document/pointer.ts';
import type { Program, Version } from '../../document/program-api.ts';
import { type Locale, locale } from '../../i18n.ts';
import { keepAnswer } from '../../keep-answer.ts';
import { Answer } from '../../parts/answer.tsx';
import { Screen } from './screen.tsx';
import { useWizard } from './use-wizard.ts';

interface Terms {
  readonly offer: string;
  readonly steps: readonly { readonly title: string; readonly text: string }[];
  readonly sections: readonly { readonly id: string; readonly title: string; readonly paragraphs: readonly string[] }[];
}

/** Everything people will read, made of the rules; only the name is typed. */
export function TextsStep({ program, version }: { readonly program: Program; readonly version: Version }) {
  const { t } = useTranslation();
  const { go } = useWizard();
  const queries = useQueryClient();
  const [name, setName] = useState(version.document.name);
  const [language, setLanguage] = useState<Locale>(locale());
  const save = useMutation({
    mutationFn: async () => {
      if (name.ru === version.document.name.ru && name.en === version.document.name.en) return program;
      const document = withValue(version.document, '/name', name);
      return ask<Program>('PUT', `/v1/programs/${program.id}/versions/${version.number}`, { document });
    },
    onSuccess: async (kept) => {
      await keepAnswer(queries, ['program', program.id], kept);
      await go('publish');
    },
  });
  return (
    <Screen
      title={t('wizard.texts.title')}
      lead={t('wizard.texts.lead')}
      onNext={() => save.mutate()}
      isBusy={save.isPending}
      error={save.error}
    >
      <SegmentedControl
        aria-label={t('wizard.texts.language')}
        w="fit-content"
        value={language}
        onChange={(chosen) => setLanguage(chosen === 'en' ? 'en' : 'ru')}
        data={(['ru', 'en'] as const).map((each) => ({ value: each, label: t(`wizard.languages.${each}`) }))}
      />
      <TextInput
        label={t('wizard.texts.name')}
        required
        value={name[language]}
        onChange={(event) => setName({ ...name, [language]: event.currentTarget.value })}
      />
      <TermsShown program={program} version={version} language={language} />
    </Screen>
  );
}

function TermsShown({ program, version, language }: { readonly program: Program; readonly version: Version; readonly language: Locale }) {
  const { t } = useTranslation();
  const terms = useQuery<Terms, ApiError>({
    queryKey: ['terms', program.id, version.number, language, version.document],
    queryFn: () => ask('GET', `/v1/programs/${program.id}/terms?version=${version.number}&locale=${language}`),
  });
  return (
    <Answer query={terms}>
      {({ offer, steps, sections }) => (
        <Stack lang={language}>
          <Card withBorder>
            <Title order={3} size="h5">
              {t('wizard.texts.offer')}
            </Title>
            <Text size="lg">{offer}</Text>
          </Card>
          <Card withBorder>
            <Title order={3} size="h5" mb="xs">
              {t('wizard.texts.how')}
            </Title>
            <List type="ordered" spacing={6}>
              {steps.map((step) => (
                <List.Item key={step.title}>
                  <b>{step.title}</b> {step.text}
                </List.Item>
              ))}
            </List>
          </Card>
          <Title order={3} size="h5">
            {t('wizard.texts.terms')}
          </Title>
          <Accordion variant="contained" multiple>
            {sections.map((section) => (
              <Accordion.Item key={section.id} value={section.id}>
                <Accordion.Control>{section.title}</Accordion.Control>
                <Accordion.Panel>
                  <Stack gap="xs">
                    {section.paragraphs.map((paragraph) => (
                      <Text size="sm" key={paragraph}>
                        {paragraph}
                      </Text>
                    ))}
                  </Stack>
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        </Stack>
      )}
    </Answer>
  );
}
