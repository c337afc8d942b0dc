import { Button, MultiSelect, NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EVENTS, type EventRule, FIELDS, type MappedSource, type Mapping } from './connect-api.ts';

interface MappingProps {
  readonly mapping: Mapping;
  readonly paths: ReadonlyMap<string, string>;
  readonly onChange: (mapping: Mapping) => void;
}

const NOWHERE = '';
const AS_IT_IS = '\u0000as-it-is';
const VALUE_SHOWN = 40;
/** The API takes no more. */
const PATHS_MAX = 5;

/** For each field of ours the place in the payload, with what stands there beside it. */
export function MappingFields({ mapping, paths, onChange }: MappingProps) {
  const { t } = useTranslation();
  const elseOf = (places: readonly string[]) =>
    places.length === 0 ? {} : { description: t('connect.elseAt', { places: places.join(', ') }) };
  const change = (field: string, chosen: string): void => {
    const { [field]: before, ...others } = mapping.fields;
    if (chosen === NOWHERE) onChange({ ...mapping, fields: others });
    else if (chosen !== AS_IT_IS) onChange({ ...mapping, fields: { ...others, [field]: withPath(before, chosen) } });
  };
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('connect.fields')}</Text>
      <Text size="sm" c="dimmed">
        {t('connect.fieldsHint')}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {FIELDS.map((field) => (
          <NativeSelect
            key={field}
            label={t(`connect.fieldNames.${field}`)}
            inputWrapperOrder={['label', 'input', 'description']}
            {...elseOf(otherPlaces(mapping.fields[field]))}
            value={valueOfSource(mapping.fields[field])}
            onChange={(event) => change(field, event.currentTarget.value)}
            data={choices(mapping.fields[field], paths, {
              none: t('connect.fieldNone'),
              constant: (value) => t('connect.constant', { value }),
            })}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}

/** Which state stands for which events; a state that is not named is kept and explained. */
export function MappingRules({ mapping, paths, onChange }: MappingProps) {
  const { t } = useTranslation();
  const put = (index: number, rule: EventRule | null): void => {
    const events = mapping.events.flatMap((each, at) => (at !== index ? [each] : rule === null ? [] : [rule]));
    onChange({ ...mapping, events });
  };
  const first = mapping.events[0]?.when ?? { paths: ['/status'] };
  return (
    <Stack gap="xs">
      <Text fw={600}>{t('connect.rules')}</Text>
      {mapping.events.map((rule, index) => (
        <SimpleGrid
          key={`${JSON.stringify(rule.when)} ${JSON.stringify(rule.is)}`}
          cols={{ base: 1, sm: 2, lg: 4 }}
          style={{ alignItems: 'end' }}
        >
          <NativeSelect
            label={t('connect.ruleWhen')}
            value={valueOfSource(rule.when)}
            onChange={(event) => put(index, { ...rule, when: withPath(rule.when, event.currentTarget.value) })}
            data={choices(rule.when, paths, { none: null, constant: (value) => value })}
          />
          <TextInput
            label={t('connect.ruleIs')}
            defaultValue={rule.is === null ? '*' : rule.is.join(', ')}
            onBlur={(event) => put(index, { ...rule, is: wordsIn(event.currentTarget.value) })}
          />
          <MultiSelect
            label={t('connect.ruleSends')}
            placeholder={rule.sends.length === 0 ? t('connect.events.nothing') : ''}
            value={[...rule.sends]}
            onChange={(sends) => put(index, { ...rule, sends })}
            data={EVENTS.map((each) => ({ value: each, label: t(`connect.events.${each.replace('.', '-')}`) }))}
          />
          <Button
            w="fit-content"
            variant="subtle"
            color="red"
            size="compact-sm"
            disabled={mapping.events.length === 1}
            onClick={() => put(index, null)}
          >
            {t('connect.ruleRemove')}
          </Button>
        </SimpleGrid>
      ))}
      <Button
        w="fit-content"
        variant="light"
        size="compact-sm"
        onClick={() => onChange({ ...mapping, events: [...mapping.events, { when: first, is: [''], sends: [] }] })}
      >
        {t('connect.ruleAdd')}
      </Button>
    </Stack>
  );
}

function wordsIn(text: string): readonly string[] | null {
  return text.trim() === '*' ? null : text.split(',').map((word) => word.trim());
}

/** The place chosen comes first; where it is empty those known before are looked at, so that older messages stay understood. */
function withPath(before: MappedSource | undefined, path: string): MappedSource {
  const values = before?.values === undefined ? {} : { values: before.values };
  const others = before?.join === true ? [] : (before?.paths ?? []).filter((each) => each !== path);
  return { paths: [path, ...others].slice(0, PATHS_MAX), ...values };
}

/** Parts put together, and what is always the same, are shown as a whole. */
function valueOfSource(source: MappedSource | undefined): string {
  if (source === undefined) return NOWHERE;
  const [first] = source.paths ?? [];
  return first === undefined || source.join === true ? AS_IT_IS : first;
}

/** Where it is looked for when the first place is empty. */
function otherPlaces(source: MappedSource | undefined): readonly string[] {
  return source === undefined || source.join === true ? [] : (source.paths ?? []).slice(1);
}

interface Words {
  readonly none: string | null;
  readonly constant: (value: string) => string;
}

function choices(source: MappedSource | undefined, paths: ReadonlyMap<string, string>, words: Words) {
  const shown = [...paths].map(([path, value]) => ({ value: path, label: `${path} — ${value.slice(0, VALUE_SHOWN)}` }));
  const [only] = source?.paths ?? [];
  const isListed = only === undefined || paths.has(only);
  const current = valueOfSource(source);
  return [
    ...(words.none === null ? [] : [{ value: NOWHERE, label: words.none }]),
    ...(current === AS_IT_IS ? [{ value: AS_IT_IS, label: source?.paths?.join(', ') ?? words.constant(source?.constant ?? '') }] : []),
    ...(isListed || current === AS_IT_IS ? [] : [{ value: only, label: only }]),
    ...shown,
  ];
}
