import { Badge, Button, Card, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { textFromBasisPoints } from '../../document/amount-text.ts';
import { withGrantLists } from '../../document/grant-lists.ts';
import { type Change, changesBetween, isList, isRecord, type Json } from '../../document/pointer.ts';
import { isAhead, type Program, useTexts, type Version } from '../../document/program-api.ts';
import { locale } from '../../i18n.ts';
import { formatDate, formatMoney } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { useWords } from './draft-context.tsx';
import type { DeskProps } from './editor-header.tsx';

const NOW = 'now';

/** Every version with its day, and two of them side by side: what people read, and the fields. */
export function VersionsTab({ program, draft, mayChange }: DeskProps) {
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
      <VersionList program={program} onTake={mayChange ? (version) => draft.replace(withGrantLists(version.document)) : null} />
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

interface VersionListProps {
  readonly program: Program;
  /** Puts a version's rules on the desk again. */
  readonly onTake: ((version: Version) => void) | null;
}

function VersionList({ program, onTake }: VersionListProps) {
  const { t } = useTranslation();
  const state = (version: Version) => {
    const { status, effectiveFrom } = version;
    return status === 'draft' || effectiveFrom === null
      ? t('editor.versions.draft')
      : t(isAhead(version) ? 'editor.versions.will' : 'editor.versions.since', { date: formatDate(effectiveFrom) });
  };
  return (
    <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }} aria-label={t('editor.tab.versions')}>
      {program.versions.toReversed().map((version) => (
        <Card key={version.id} withBorder p="sm" component="li">
          <Group justify="space-between">
            <Text fw={600}>{t('editor.versions.number', { number: version.number })}</Text>
            <Group gap="xs">
              <Badge variant="outline" color={version.status === 'draft' ? 'gray' : 'teal'} c="var(--mantine-color-text)">
                {state(version)}
              </Badge>
              {onTake === null || program.versions.length < 2 ? null : (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`${t('editor.versions.take')}: ${t('editor.versions.number', { number: version.number })}`}
                  onClick={() => {
                    onTake(version);
                    notifications.show({ message: t('editor.versions.taken', { number: version.number }) });
                  }}
                >
                  {t('editor.versions.take')}
                </Button>
              )}
            </Group>
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
      <Table.ScrollContainer
        minWidth={480}
        scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('editor.compare.fields') } }}
      >
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
  const show = useShown();
  const place = path
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? String(Number(step) + 1) : words.step(step)))
    .join(' › ');
  return (
    <Table.Tr>
      <Table.Td>{place}</Table.Td>
      <Table.Td>{show(before, path)}</Table.Td>
      <Table.Td>{show(after, path)}</Table.Td>
    </Table.Tr>
  );
}

/** A value as people say it: money, percents, choices by their names; of a whole rule or tier its name. */
function useShown(): (value: Json, path: string) => string {
  const words = useWords();
  const { i18n } = useTranslation();
  const show = (value: Json, path: string): string => {
    if (value === undefined) return '—';
    if (typeof value === 'boolean') return words.t(value ? 'editor.compare.yes' : 'editor.compare.no');
    if (typeof value === 'number' && path.endsWith('/basisPoints')) return `${textFromBasisPoints(value)} %`;
    if (typeof value === 'string') return i18n.exists(`shapeValue.${value.replaceAll('.', '_')}`) ? words.value(value) : value;
    if (isList(value)) return value.map((each) => show(each, path)).join(', ');
    if (!isRecord(value)) return String(value);
    if ('amountMinor' in value && 'currency' in value)
      return formatMoney({ amountMinor: String(value['amountMinor']), currency: String(value['currency']) });
    if ('ru' in value && 'en' in value) return String(value[locale()]);
    if (isRecord(value['name'])) return show(value['name'], `${path}/name`);
    return typeof value['id'] === 'string'
      ? value['id']
      : Object.entries(value)
          .map(([name, each]) => `${words.step(name)}: ${show(each, `${path}/${name}`)}`)
          .join(', ');
  };
  return show;
}
