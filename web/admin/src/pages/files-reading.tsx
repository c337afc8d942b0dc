import {
  Alert,
  Button,
  Card,
  Group,
  NativeSelect,
  Radio,
  ScrollArea,
  SimpleGrid,
  Stack,
  Table,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../api.ts';
import { locale } from '../i18n.ts';
import { formatDate, formatMoney } from '../money.ts';
import { Answer } from '../parts/answer.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { type FileProblem, type Preview, preview, type Reading, type Source, type Upload } from './files-upload.ts';

const NO_COLUMN = '\u0000none';
const PROBLEMS_SHOWN = 15;
const USUAL: readonly string[] = ['name', 'status', 'code'];

interface FileReadingProps {
  readonly upload: Upload;
  readonly onStarted: () => void;
  readonly onBack: () => void;
}

/** How a file is understood: its columns chosen, its first rows shown as they would be stored, then what to do with it. */
export function FileReading({ upload, onStarted, onBack }: FileReadingProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [reading, setReading] = useState<Reading>({ columns: [], dateOrder: 'dmy', currency: locale() === 'ru' ? 'RUB' : 'EUR' });
  const [mode, setMode] = useState<'history' | 'earn' | null>(null);
  const [saveAs, setSaveAs] = useState('');
  const shown = useQuery<Preview>({
    queryKey: ['preview', upload.id, reading],
    queryFn: () => preview(upload.id, upload.kind, reading),
    placeholderData: (before) => before,
  });
  const sources = useQuery<{ readonly items: readonly Source[] }>({
    queryKey: ['upload-sources'],
    queryFn: () => ask<{ readonly items: readonly Source[] }>('GET', '/v1/upload-sources'),
  });
  const start = useMutation({
    mutationFn: () =>
      ask('POST', `/v1/uploads/${upload.id}/start`, {
        kind: upload.kind,
        mode,
        reading,
        ...(saveAs.trim() === '' ? {} : { saveAs: saveAs.trim() }),
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['upload-sources'] });
      onStarted();
    },
  });
  const own = sources.data?.items.filter((source) => source.kind === upload.kind) ?? [];
  const use = (name: string): void => {
    const source = own.find((each) => each.name === name);
    if (source === undefined) return;
    setReading(source.reading);
    setMode(source.mode);
    setSaveAs(source.name);
  };
  const choose = (column: string, header: string | null): void =>
    setReading({ ...reading, columns: [...reading.columns.filter((each) => each.column !== column), { column, header }] });
  return (
    <Card withBorder>
      <Stack>
        <Group justify="space-between">
          <Title order={3} size="h4">
            {t('files.understood')}: {upload.fileName}
          </Title>
          <Button variant="subtle" size="compact-sm" onClick={onBack}>
            {t('files.back')}
          </Button>
        </Group>
        {own.length === 0 ? null : (
          <NativeSelect
            label={t('files.use')}
            value={own.some(({ name }) => name === saveAs) ? saveAs : ''}
            onChange={(event) => use(event.currentTarget.value)}
            data={['', ...own.map(({ name }) => name)]}
          />
        )}
        <Answer query={shown}>
          {(found) => (
            <Stack>
              <Columns found={found} onChoose={choose} />
              <HowToRead reading={reading} onChange={setReading} />
              <Understood found={found} />
              <Problems problems={found.problems} rowsLookedAt={found.rowsLookedAt} />
            </Stack>
          )}
        </Answer>
        <Radio.Group label={t('files.mode')} value={mode} onChange={(value) => setMode(value === 'earn' ? 'earn' : 'history')}>
          <Stack gap="xs" mt="xs">
            <Radio value="history" label={t('files.history')} description={t('files.historyLead')} />
            {upload.kind === 'orders' ? <Radio value="earn" label={t('files.earn')} description={t('files.earnLead')} /> : null}
          </Stack>
        </Radio.Group>
        <TextInput
          label={t('files.saveAs')}
          description={t('files.saveAsHint')}
          value={saveAs}
          onChange={(event) => setSaveAs(event.currentTarget.value)}
          maw={420}
        />
        {start.error === null ? null : <ProblemAlert error={start.error} />}
        <Button
          w="fit-content"
          disabled={mode === null || shown.data === undefined || shown.data.rows.length === 0}
          loading={start.isPending}
          onClick={() => start.mutate()}
        >
          {t('files.start')}
        </Button>
      </Stack>
    </Card>
  );
}

function Columns({ found, onChoose }: { readonly found: Preview; readonly onChoose: (column: string, header: string | null) => void }) {
  const { t } = useTranslation();
  const { format, header, columns } = found;
  const [isWhole, setWhole] = useState(false);
  // What is needed, what was found, and what nearly every shop has; the rest for who looks for it.
  const first = columns.filter(({ column, need, header: chosen }) => need !== null || chosen !== null || USUAL.includes(column));
  const shown = isWhole ? columns : first;
  const delimiter = format?.delimiter === '\t' ? 'Tab' : `«${format?.delimiter ?? ''}»`;
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('files.columns')}</Text>
      <Text size="sm" c="dimmed">
        {t('files.columnsHint')}. {format === null ? '' : t('files.format', { encoding: format.encoding, delimiter })}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {shown.map(({ column, need, header: chosen }) => (
          <NativeSelect
            key={column}
            label={t(`files.columnNames.${column}`)}
            {...(need === null ? {} : { description: t(need === 'always' ? 'files.required' : 'files.oneOf') })}
            value={chosen ?? NO_COLUMN}
            onChange={(event) => onChoose(column, event.currentTarget.value === NO_COLUMN ? null : event.currentTarget.value)}
            data={[
              { value: NO_COLUMN, label: t('files.none') },
              ...[...new Set(header)].filter((name) => name !== '').map((name) => ({ value: name, label: name })),
            ]}
          />
        ))}
      </SimpleGrid>
      {first.length === columns.length ? null : (
        <Button w="fit-content" variant="subtle" size="compact-sm" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'files.fewerColumns' : 'files.moreColumns', { count: columns.length - first.length })}
        </Button>
      )}
    </Stack>
  );
}

function HowToRead({ reading, onChange }: { readonly reading: Reading; readonly onChange: (reading: Reading) => void }) {
  const { t } = useTranslation();
  const { decimalMark: _mark, currency: _currency, ...rest } = reading;
  const currency = reading.currency ?? '';
  const withMark = (value: string): Reading =>
    value === ',' || value === '.' ? { ...reading, decimalMark: value } : { ...rest, ...(currency === '' ? {} : { currency }) };
  const setCurrency = (text: string): void => {
    const code = text.toUpperCase().trim();
    if (/^[A-Z]{0,3}$/.test(code))
      onChange({
        ...rest,
        ...(reading.decimalMark === undefined ? {} : { decimalMark: reading.decimalMark }),
        ...(code.length === 3 ? { currency: code } : {}),
      });
  };
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <TextInput
        key={currency}
        label={t('files.currency')}
        defaultValue={currency}
        onBlur={(event) => setCurrency(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('files.dateOrder')}
        value={reading.dateOrder}
        onChange={(event) => onChange({ ...reading, dateOrder: event.currentTarget.value === 'mdy' ? 'mdy' : 'dmy' })}
        data={[
          { value: 'dmy', label: t('files.dmy') },
          { value: 'mdy', label: t('files.mdy') },
        ]}
      />
      <NativeSelect
        label={t('files.decimalMark')}
        value={reading.decimalMark ?? ''}
        onChange={(event) => onChange(withMark(event.currentTarget.value))}
        data={[
          { value: '', label: t('files.decimalAuto') },
          { value: ',', label: t('files.decimalComma') },
          { value: '.', label: t('files.decimalDot') },
        ]}
      />
    </SimpleGrid>
  );
}

function Understood({ found }: { readonly found: Preview }) {
  const { t } = useTranslation();
  if (found.rows.length === 0) return null;
  const name = (column: string): string => t(`files.columnNames.${column}`);
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('files.rows')}</Text>
      <ScrollArea viewportProps={{ tabIndex: 0, role: 'region', 'aria-label': t('files.rows') }}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {['orderId', 'name', 'occurredAt', 'total', 'status', 'code'].map((column) => (
                <Table.Th key={column}>{name(column)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.rows.map((row) => (
              <Table.Tr key={row.row}>
                <Table.Td>{row.orderId ?? '—'}</Table.Td>
                <Table.Td>{row.customer ?? '—'}</Table.Td>
                <Table.Td>{row.occurredAt === null ? '—' : formatDate(row.occurredAt)}</Table.Td>
                <Table.Td>{row.amount === null ? '—' : formatMoney(row.amount)}</Table.Td>
                <Table.Td>{row.status === null ? '—' : t(`files.orderStatus.${row.status}`)}</Table.Td>
                <Table.Td>{row.code ?? '—'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea>
    </Stack>
  );
}

function Problems({ problems, rowsLookedAt }: { readonly problems: readonly FileProblem[]; readonly rowsLookedAt: number }) {
  const { t } = useTranslation();
  if (problems.length === 0) return <Text c="teal">{t('files.problemsNone', { count: rowsLookedAt })}</Text>;
  return (
    <Alert color="yellow" title={t('files.problems')}>
      <Stack gap={4}>
        {problems.slice(0, PROBLEMS_SHOWN).map((problem) => (
          <Text size="sm" key={`${problem.row} ${problem.column} ${problem.text.en}`}>
            {problem.row <= 1 ? t('files.file') : t('files.row', { row: problem.row })}
            {problem.column === null ? '' : `, ${problem.column}`}: {problem.text[locale()]}
            {problem.value === '' ? '' : ` — «${problem.value}»`}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
