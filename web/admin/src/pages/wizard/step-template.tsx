import { Alert, Badge, Button, Card, Collapse, Group, List, Radio, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tenant } from '../../document/program-api.ts';
import { locale } from '../../i18n.ts';
import { Answer } from '../../parts/answer.tsx';
import { Screen } from './screen.tsx';
import { type Template, type TemplateList, useTemplates } from './templates.ts';
import { useWizard } from './use-wizard.ts';

export function TemplateStep({ tenant }: { readonly tenant: Tenant }) {
  const { place } = useWizard();
  const templates = useTemplates(place);
  return <Answer query={templates}>{(list) => <Choice list={list} key={`${place.goal} ${tenant.timeZone}`} />}</Answer>;
}

function Choice({ list }: { readonly list: TemplateList }) {
  const { t } = useTranslation();
  const { place, go } = useWizard();
  const { items, unfit } = list;
  const [first, ...others] = items;
  const [chosen, setChosen] = useState(items.find(({ id }) => id === place.template)?.id ?? first?.id ?? '');
  const [isOpen, { toggle }] = useDisclosure(others.some(({ id }) => id === chosen));
  return (
    <Screen
      title={t(unfit === null ? 'wizard.template.title' : 'wizard.template.none')}
      {...(unfit === null ? { lead: t(`wizard.template.because.${place.goal}`) } : {})}
      onNext={() => void go('numbers', unfit === null ? { template: chosen } : {})}
      {...(unfit === null ? { isBlocked: chosen === '' } : { next: t('wizard.template.toNumbers') })}
    >
      {unfit === null ? null : <Alert color="red" title={unfit[locale()]} />}
      <Radio.Group aria-label={t('wizard.template.title')} value={chosen} onChange={setChosen}>
        <Stack>
          {first === undefined ? null : <TemplateCard template={first} isProposed isChosen={first.id === chosen} />}
          {others.length === 0 ? null : (
            <Button variant="subtle" w="fit-content" onClick={toggle} aria-expanded={isOpen}>
              {t('wizard.template.others', { count: others.length })} {isOpen ? '▴' : '▾'}
            </Button>
          )}
          <Collapse expanded={isOpen}>
            <Stack>
              {others.map((template) => (
                <TemplateCard key={template.id} template={template} isProposed={false} isChosen={template.id === chosen} />
              ))}
            </Stack>
          </Collapse>
        </Stack>
      </Radio.Group>
    </Screen>
  );
}

interface TemplateCardProps {
  readonly template: Template;
  readonly isProposed: boolean;
  readonly isChosen: boolean;
}

function TemplateCard({ template, isProposed, isChosen }: TemplateCardProps) {
  const { t } = useTranslation();
  const [isOpen, { toggle }] = useDisclosure(isProposed);
  const language = locale();
  return (
    <Card withBorder padding={0} {...(isChosen ? { style: { borderColor: 'var(--mantine-primary-color-filled)' } } : {})}>
      <Radio.Card value={template.id} p="md" aria-label={template.name[language]} style={{ border: 0 }}>
        <Group wrap="nowrap" align="flex-start">
          <Radio.Indicator mt={3} />
          <Stack gap={6}>
            <Group gap="xs">
              <Text fw={600}>{template.name[language]}</Text>
              {isProposed ? <Badge>{t('wizard.template.proposed')}</Badge> : null}
            </Group>
            <Text size="sm" c="dimmed">
              {template.forWhom[language]}
            </Text>
            <Text size="sm">{template.offer[language]}</Text>
          </Stack>
        </Group>
      </Radio.Card>
      <UnstyledButton onClick={toggle} aria-expanded={isOpen} px="md" pb="sm" fz="sm" c="var(--mantine-color-anchor)">
        {t('wizard.template.notWhen')} {isOpen ? '▴' : '▾'}
      </UnstyledButton>
      <Collapse expanded={isOpen}>
        <List size="sm" pl={36} pr="md" pb="md" spacing={4}>
          {template.notWhen.map((text) => (
            <List.Item key={text.en}>{text[language]}</List.Item>
          ))}
        </List>
      </Collapse>
    </Card>
  );
}
