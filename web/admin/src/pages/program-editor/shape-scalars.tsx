import { Group, MultiSelect, Select, Stack, Switch, TagsInput, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { isList, isRecord } from '../../document/pointer.ts';
import { DigitsField, MoneyField, PercentField, WholeField } from '../../parts/typed-field.tsx';
import { instantOf, wallClock, zoneWords } from '../../shop-time.ts';
import { idsOf, useDesk, usePlace, useWords } from './draft-context.tsx';
import { TRIGGERS } from './shape.ts';
import type { Shape } from './shape-type.ts';

interface ScalarProps {
  readonly shape: Shape;
  readonly path: string;
  /** Names its texts. */
  readonly label: string;
  readonly isOptional: boolean;
}

/** A field that is one control; everything else is made of these. */
export function ScalarField({ shape, path, label, isOptional }: ScalarProps) {
  const words = useWords();
  const place = usePlace(path);
  const look = {
    label: words.label(label),
    hint: words.hint(label),
    error: place.errorInside,
    width: '100%',
    placeholder: isOptional ? words.t('editor.byDefault') : '',
  };
  const empty = (text: string) => (text === '' && isOptional ? undefined : text);
  switch (shape.kind) {
    case 'text':
      return (
        <TextInput {...shown(look)} value={String(place.value ?? '')} onChange={(event) => place.set(empty(event.currentTarget.value))} />
      );
    case 'whole':
      return <WholeField {...look} value={numberOf(place.value)} onChange={(value) => place.set(value ?? undefined)} />;
    case 'percent':
      return <PercentField {...look} value={numberOf(place.value)} onChange={(value) => place.set(value ?? undefined)} />;
    case 'digits':
      return <DigitsField {...look} value={textOf(place.value)} onChange={(value) => place.set(value ?? undefined)} />;
    case 'money':
    case 'amount':
      return <AmountField {...look} path={path} canBePoints={shape.kind === 'amount'} />;
    case 'flag':
      return <FlagField {...look} value={place.value === true} set={(value) => place.set(isOptional && !value ? undefined : value)} />;
    case 'onlyTrue':
      return <Text size="sm">{words.label(label)}</Text>;
    case 'strings':
      return (
        <TagsInput
          {...shown(look)}
          value={isList(place.value) ? place.value.map(String) : []}
          onChange={(values) => place.set(values)}
          splitChars={[',']}
        />
      );
    case 'instant':
      return <InstantField {...look} path={path} />;
    case 'choice':
      return <ChoiceField look={look} path={path} options={shape.options} isOptional={isOptional} />;
    case 'many':
      return (
        <MultiSelect
          {...shown(look)}
          data={shape.options.map((value) => ({ value, label: words.value(value) }))}
          value={isList(place.value) ? place.value.map(String) : []}
          onChange={(values) => place.set(values.length === 0 && isOptional ? undefined : values)}
        />
      );
    case 'ref':
    case 'refs':
      return <RefField look={look} path={path} of={shape.of} isMany={shape.kind === 'refs'} isOptional={isOptional} />;
    case 'trigger':
      return <TriggerField look={look} path={path} />;
    default:
      return null;
  }
}

interface Look {
  readonly label: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
  readonly placeholder: string;
}

function shown({ label, hint, error, placeholder }: Look) {
  return { label, description: hint, error, placeholder };
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function FlagField({ label, hint, error, value, set }: Look & { readonly value: boolean; readonly set: (value: boolean) => void }) {
  return <Switch label={label} description={hint} error={error} checked={value} onChange={(event) => set(event.currentTarget.checked)} />;
}

function AmountField({ path, canBePoints, ...look }: Look & { readonly path: string; readonly canBePoints: boolean }) {
  const { document, currency } = useDesk();
  const words = useWords();
  const { value, set } = usePlace(path);
  const record = isRecord(value) ? value : {};
  const isPoints = 'points' in record;
  const mayChoose = canBePoints && isRecord(document) && document['points'] !== undefined;
  const field = isPoints ? (
    <DigitsField
      {...look}
      width="100%"
      value={textOf(record['points'])}
      onChange={(points) => set(points === null ? undefined : { points })}
    />
  ) : (
    <MoneyField
      {...look}
      width="100%"
      currency={typeof record['currency'] === 'string' && record['currency'] !== '' ? record['currency'] : currency}
      value={textOf(record['amountMinor'])}
      onChange={(amountMinor) => set(amountMinor === null ? undefined : { amountMinor, currency })}
    />
  );
  if (!mayChoose) return field;
  return (
    <Stack gap={6}>
      {field}
      <Switch
        size="xs"
        label={words.t('editor.inPoints')}
        checked={isPoints}
        onChange={(event) => set(event.currentTarget.checked ? { points: '100' } : { amountMinor: '0', currency })}
      />
    </Stack>
  );
}

/** In the time of the business; stored as an instant. */
function InstantField({ path, ...look }: Look & { readonly path: string }) {
  const { value, set } = usePlace(path);
  const at = typeof value === 'string' ? new Date(value) : null;
  const { t } = useWords();
  return (
    <TextInput
      {...shown(look)}
      description={t('app.zone', { zone: zoneWords() })}
      type="datetime-local"
      value={at === null || Number.isNaN(at.getTime()) ? '' : wallClock(at)}
      onChange={(event) => set(instantOf(event.currentTarget.value)?.toISOString())}
    />
  );
}

interface ChoiceProps {
  readonly look: Look;
  readonly path: string;
  readonly options: readonly string[];
  readonly isOptional: boolean;
}

function ChoiceField({ look, path, options, isOptional }: ChoiceProps) {
  const words = useWords();
  const { value, set } = usePlace(path);
  return (
    <Select
      {...shown(look)}
      data={options.map((option) => ({ value: option, label: words.value(option) }))}
      value={typeof value === 'string' ? value : null}
      clearable={isOptional}
      allowDeselect={false}
      onChange={(chosen) => set(chosen ?? undefined)}
    />
  );
}

interface RefProps {
  readonly look: Look;
  readonly path: string;
  readonly of: 'perks' | 'rules' | 'tiers';
  readonly isMany: boolean;
  readonly isOptional: boolean;
}

function RefField({ look, path, of, isMany, isOptional }: RefProps): ReactNode {
  const { document } = useDesk();
  const { value, set } = usePlace(path);
  const data = idsOf(document, of).map(({ id, name }) => ({ value: id, label: name }));
  if (!isMany)
    return (
      <Select {...shown(look)} data={data} value={textOf(value)} allowDeselect={false} onChange={(chosen) => set(chosen ?? undefined)} />
    );
  return (
    <MultiSelect
      {...shown(look)}
      data={data}
      value={isList(value) ? value.map(String) : []}
      onChange={(chosen) => set(chosen.length === 0 && isOptional ? undefined : chosen)}
    />
  );
}

const CUSTOM = 'custom.';

function TriggerField({ look, path }: { readonly look: Look; readonly path: string }) {
  const words = useWords();
  const { value, set } = usePlace(path);
  const text = textOf(value) ?? '';
  const isOwn = text.startsWith(CUSTOM);
  return (
    <Group align="flex-end" grow>
      <Select
        {...shown(look)}
        data={[...TRIGGERS, CUSTOM].map((option) => ({ value: option, label: words.value(option) }))}
        value={isOwn ? CUSTOM : text}
        allowDeselect={false}
        onChange={(chosen) => set(chosen === CUSTOM ? 'custom.event' : (chosen ?? text))}
      />
      {isOwn ? (
        <TextInput
          label={words.label('customName')}
          value={text.slice(CUSTOM.length)}
          onChange={(event) => set(`${CUSTOM}${event.currentTarget.value}`)}
        />
      ) : null}
    </Group>
  );
}

/** Both languages side by side: a text that lacks one is no text. */
export function LocalizedField({ path, label, isLong }: { readonly path: string; readonly label: string; readonly isLong: boolean }) {
  const words = useWords();
  const { value, set } = usePlace(path);
  const texts = isRecord(value) ? value : {};
  const ru = usePlace(`${path}/ru`);
  const en = usePlace(`${path}/en`);
  const Input = isLong ? Textarea : TextInput;
  return (
    <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
      {(['ru', 'en'] as const).map((language) => (
        <Input
          key={language}
          miw={220}
          label={`${words.label(label)} · ${words.t(`editor.language.${language}`)}`}
          error={(language === 'ru' ? ru : en).error}
          value={String(texts[language] ?? '')}
          onChange={(event) => set({ ...texts, [language]: event.currentTarget.value })}
        />
      ))}
    </Group>
  );
}

/** Early access: hours before everybody, tier by tier. */
export function HoursByTier({ path, label }: { readonly path: string; readonly label: string }) {
  const { document } = useDesk();
  const words = useWords();
  const { value, set, errorInside } = usePlace(path);
  const hours = isRecord(value) ? value : {};
  return (
    <Stack gap="xs">
      <Text size="sm" fw={500}>
        {words.label(label)}
      </Text>
      {idsOf(document, 'tiers').map(({ id, name }) => (
        <WholeField
          key={id}
          label={name}
          width="100%"
          value={numberOf(hours[id])}
          onChange={(next) =>
            set(next === null ? Object.fromEntries(Object.entries(hours).filter(([tier]) => tier !== id)) : { ...hours, [id]: next })
          }
        />
      ))}
      {errorInside === undefined ? null : (
        <Text size="sm" c="var(--mantine-color-error)">
          {errorInside}
        </Text>
      )}
    </Stack>
  );
}
