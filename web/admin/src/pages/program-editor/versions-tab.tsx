import { Badge, Card, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withGrantLists } from '../../document/grant-lists.ts';
import { type Change, changesBetween, type Json } from '../../document/pointer.ts';
import { type Program, useTexts, type Version } from '../../document/program-api.ts';
import { locale } from '../../i18n.ts';
import { formatDate, formatMoney } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { useWords } from './draft-context.tsx';
import type { DeskProps } from './editor-header.tsx';

const NOW = 'now';

/** Every version with its day, and two of them side by side: what people read, and the fields. */
export function VersionsTab({ program, draft }: DeskProps) {
  const { t } = useTranslation();
  const published = program.versions.findLast(({ status }) => status === 'published');
  const [first, setFirst] = useState(String((published ?? program.versions[0])?.number ?? 1));
  const [second, setSecond] = useState(NOW);
  const documentOf = (choice: string): Json =>
    choice === NOW ? draft.document : withGrantLists(program.versions.find(({ number }) => String(number) === choice)?.document);
  const data = [
    ...program.versions.map(({ number }) => ({ value: String(number), label: t('editor.versions.number', { number }) })),
    { value: NOW, label: t('editor.versions.now') },
  ];
  return (
    <Stack gap="xl">
      <VersionList program={program} />
      <Stack component="section" aria-label={t('editor.compare.title')}>
        <Title order={3} size="h4">
          {t('editor.compare.title')}
        </Title>
        <Group grow>
          <Select
            label={t('editor.compare.from')}
            data={data}
            value={first}
            allowDeselect={false}
            onChange={(value) => setFirst(value ?? first)}
          />
          <Select
            label={t('editor.compare.to')}
            data={data}
            value={second}
            allowDeselect={false}
            onChange={(value) => setSecond(value ?? second)}
          />
        </Group>
        <WordChanges before={documentOf(first)} after={documentOf(second)} />
        <FieldChanges before={documentOf(first)} after={documentOf(second)} />
      </Stack>
    </Stack>
  );
}

function VersionList({ program }: { readonly program: Program }) {
  const { t } = useTranslation();
  const state = ({ status, effectiveFrom }: Version) =>
    status === 'draft' || effectiveFrom === null
      ? t('editor.versions.draft')
      : t(new Date(effectiveFrom) > new Date() ? 'editor.versions.will' : 'editor.versions.since', { date: formatDate(effectiveFrom) });
  return (
    <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('editor.tab.versions')}>
      {program.versions.toReversed().map((version) => (
        <Card key={version.id} withBorder p="sm" component="li">
          <Group justify="space-between">
            <Text fw={600}>{t('editor.versions.number', { number: version.number })}</Text>
            <Badge variant="outline" color={version.status === 'draft' ? 'gray' : 'teal'} c="var(--mantine-color-text)">
              {state(version)}
            </Badge>
          </Group>
          {version.advice
            .filter(({ answer }) => answer !== null)
            .map((advice) => (
              <Text size="sm" c="dimmed" key={`${advice.check} ${advice.where.path}`}>
                {advice.reason[locale()]} — «{advice.answer}»
              </Text>
            ))}
        </Card>
      ))}
    </Stack>
  );
}

interface Pair {
  readonly before: Json;
  readonly after: Json;
}

/** Paragraphs of the terms that went, and that came. */
function WordChanges({ before, after }: Pair) {
  const { t } = useTranslation();
  const [old, fresh] = [useTexts(before), useTexts(after)];
  const paragraphs = (texts: typeof old) =>
    (texts.data?.terms[locale()] ?? []).flatMap(({ title, paragraphs: all }) => all.map((text) => ({ title, text })));
  return (
    <Answer query={fresh}>
      {() => {
        const [was, is] = [paragraphs(old), paragraphs(fresh)];
        const gone = was.filter(({ text }) => !is.some((each) => each.text === text));
        const come = is.filter(({ text }) => !was.some((each) => each.text === text));
        return (
          <Stack gap="xs">
            <Title order={4} size="h5">
              {t('editor.compare.words')}
            </Title>
            {gone.length + come.length === 0 ? <Text c="dimmed">{t('editor.compare.same')}</Text> : null}
            {gone.map(({ title, text }) => (
              <Text size="sm" key={`- ${title} ${text}`} component="del" c="var(--mantine-color-error)">
                − {title}: {text}
              </Text>
            ))}
            {come.map(({ title, text }) => (
              <Text size="sm" key={`+ ${title} ${text}`} component="ins" c="var(--mantine-color-anchor)">
                + {title}: {text}
              </Text>
            ))}
          </Stack>
        );
      }}
    </Answer>
  );
}

function FieldChanges({ before, after }: Pair) {
  const { t } = useTranslation();
  const changes = changesBetween(before, after);
  if (changes.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={4} size="h5">
        {t('editor.compare.fields')}
      </Title>
      <Table.ScrollContainer minWidth={480}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('editor.compare.field')}</Table.Th>
              <Table.Th>{t('editor.compare.was')}</Table.Th>
              <Table.Th>{t('editor.compare.becomes')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {changes.map((change) => (
              <ChangeRow key={change.path} change={change} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

function ChangeRow({ change: { path, before, after } }: { readonly change: Change }) {
  const words = useWords();
  const place = path
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : words.t(`shape.${step}`, { defaultValue: step })))
    .join(' › ');
  return (
    <Table.Tr>
      <Table.Td>{place}</Table.Td>
      <Table.Td>{shown(before)}</Table.Td>
      <Table.Td>{shown(after)}</Table.Td>
    </Table.Tr>
  );
}

function shown(value: Json): string {
  if (value === undefined) return '—';
  if (typeof value === 'object' && value !== null && 'amountMinor' in value && 'currency' in value)
    return formatMoney({ amountMinor: String(value.amountMinor), currency: String(value.currency) });
  return typeof value === 'string' ? value : JSON.stringify(value);
}
