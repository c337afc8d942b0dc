import { Alert, Box, Fieldset, Group, Select, Stack, Switch, Text } from '@mantine/core';
import { isRecord, withValue } from '../../document/pointer.ts';
import { locale } from '../../i18n.ts';
import { freshValue, useDesk, usePlace, useWords } from './draft-context.tsx';
import { ListForm } from './shape-list.tsx';
import { HoursByTier, LocalizedField, ScalarField } from './shape-scalars.tsx';
import type { Field, Named, Option, Shape } from './shape-type.ts';

/** The fields of the object at a path. */
export function FieldsForm({ fields, path }: { readonly fields: readonly Field[]; readonly path: string }) {
  return (
    <Box
      style={{ display: 'grid', gap: 'var(--mantine-spacing-md)', gridTemplateColumns: 'repeat(auto-fill, minmax(min(230px, 100%), 1fr))' }}
    >
      {fields.map((field) =>
        'either' in field ? (
          <EitherForm key={field.either} field={field} path={path} />
        ) : (
          <FieldForm
            key={field.name}
            field={field}
            path={`${path}/${field.name}`}
            isOptional={field.optional === true}
            blank={field.blank}
          />
        ),
      )}
    </Box>
  );
}

/** Over the whole width of the grid. */
const WIDE = { gridColumn: '1 / -1' } as const;

interface FieldFormProps {
  readonly field: Named;
  readonly path: string;
  readonly isOptional: boolean;
  readonly blank?: unknown;
}

function FieldForm({ field, path, isOptional, blank }: FieldFormProps) {
  const label = field.label ?? field.name;
  return (
    <Box data-path={path} style={isComposed(field.shape) ? WIDE : {}}>
      {isComposed(field.shape) ? (
        <ComposedField shape={field.shape} path={path} label={label} isOptional={isOptional} blank={blank} />
      ) : (
        <ScalarField shape={field.shape} path={path} label={label} isOptional={isOptional} />
      )}
      <PlaceNotes path={path} />
    </Box>
  );
}

function isComposed({ kind }: Shape): boolean {
  return ['object', 'list', 'oneOf', 'byKind', 'localized', 'longLocalized', 'hoursByTier'].includes(kind);
}

/** What the linter says of exactly this place. */
function PlaceNotes({ path }: { readonly path: string }) {
  const { advice } = usePlace(path);
  if (advice === undefined || advice.severity === 'note') return null;
  return (
    <Alert color={advice.severity === 'error' ? 'red' : 'yellow'} mt={4} p="xs">
      <Text size="sm">{advice.reason[locale()]}</Text>
    </Alert>
  );
}

interface ComposedProps {
  readonly shape: Shape;
  readonly path: string;
  readonly label: string;
  readonly isOptional: boolean;
  readonly blank?: unknown;
}

/** Something of several controls; where it may be absent, a switch says whether it is there. */
function ComposedField({ shape, path, label, isOptional, blank }: ComposedProps) {
  const words = useWords();
  const { currency } = useDesk();
  const { value, set, error } = usePlace(path);
  if (shape.kind === 'list') return <ListForm shape={shape} path={path} label={label} error={error} />;
  if ((shape.kind === 'localized' || shape.kind === 'longLocalized') && !isOptional)
    return <LocalizedField path={path} label={label} isLong={shape.kind === 'longLocalized'} />;
  const isThere = value !== undefined;
  const title = words.label(label);
  const hint = words.hint(label);
  const legend = isOptional ? (
    <Switch
      label={title}
      description={hint}
      checked={isThere}
      onChange={(event) => set(event.currentTarget.checked ? freshValue(blank ?? {}, currency) : undefined)}
    />
  ) : (
    <Text fw={600} size="sm">
      {title}
    </Text>
  );
  if (!isThere) return legend;
  return (
    <Fieldset legend={isOptional ? undefined : title} variant="default" p="sm">
      <Stack gap="sm">
        {isOptional ? legend : null}
        <ShapeForm shape={shape} path={path} label={label} />
        {error === undefined ? null : (
          <Text size="sm" c="var(--mantine-color-error)">
            {error}
          </Text>
        )}
      </Stack>
    </Fieldset>
  );
}

/** The inside of a composed shape. */
export function ShapeForm({ shape, path, label }: { readonly shape: Shape; readonly path: string; readonly label: string }) {
  switch (shape.kind) {
    case 'object':
      return <FieldsForm fields={shape.fields} path={path} />;
    case 'oneOf':
      return <OneOfForm options={shape.options} path={path} />;
    case 'byKind':
      return <ByKindForm shape={shape} path={path} label={label} />;
    case 'localized':
    case 'longLocalized':
      return <LocalizedField path={path} label={label} isLong={shape.kind === 'longLocalized'} />;
    case 'hoursByTier':
      return <HoursByTier path={path} label={label} />;
    default:
      return <ScalarField shape={shape} path={path} label={label} isOptional={false} />;
  }
}

/** Exactly one of the options is the object's only field. */
function OneOfForm({ options, path }: { readonly options: readonly Option[]; readonly path: string }) {
  const words = useWords();
  const { currency } = useDesk();
  const { value, set } = usePlace(path);
  const record = isRecord(value) ? value : {};
  const chosen = options.find(({ name }) => name in record);
  return (
    <Group align="flex-start" grow preventGrowOverflow={false} wrap="wrap">
      <Select
        miw={220}
        label={words.label('which')}
        data={options.map((option) => ({ value: option.name, label: words.label(option.label ?? option.name) }))}
        value={chosen?.name ?? null}
        allowDeselect={false}
        onChange={(name) => {
          const option = options.find((each) => each.name === name);
          if (option !== undefined) set({ [option.name]: freshValue(option.blank, currency) });
        }}
      />
      {chosen === undefined ? null : (
        <Box miw={220}>
          <InsideOption option={chosen} path={`${path}/${chosen.name}`} />
        </Box>
      )}
    </Group>
  );
}

function InsideOption({ option, path }: { readonly option: Option; readonly path: string }) {
  const label = option.label ?? option.name;
  return (
    <Box data-path={path}>
      <ShapeForm shape={option.shape} path={path} label={label} />
      <PlaceNotes path={path} />
    </Box>
  );
}

function ByKindForm({
  shape,
  path,
  label,
}: {
  readonly shape: Extract<Shape, { kind: 'byKind' }>;
  readonly path: string;
  readonly label: string;
}) {
  const words = useWords();
  const { currency } = useDesk();
  const { value, set } = usePlace(path);
  const kind = isRecord(value) ? value['kind'] : undefined;
  const chosen = shape.options.find((option) => option.value === kind);
  return (
    <Stack gap="sm">
      <Select
        label={words.label(`${label}Kind`)}
        data={shape.options.map((option) => ({ value: option.value, label: words.value(option.value) }))}
        value={chosen?.value ?? null}
        allowDeselect={false}
        onChange={(next) => {
          const option = shape.options.find((each) => each.value === next);
          if (option !== undefined) set(freshValue(option.blank, currency));
        }}
      />
      {chosen === undefined ? null : <FieldsForm fields={chosen.fields} path={path} />}
    </Stack>
  );
}

/** One of several fields of an object that has others as well. */
function EitherForm({ field, path }: { readonly field: Extract<Field, { either: string }>; readonly path: string }) {
  const words = useWords();
  const { currency } = useDesk();
  const { value, set } = usePlace(path);
  const record = isRecord(value) ? value : {};
  const chosen = field.options.find(({ name }) => name in record);
  const choose = (name: string | null) => {
    const option = field.options.find((each) => each.name === name);
    const rest = field.options.reduce<unknown>((next, each) => withValue(next, `/${each.name}`, undefined), record);
    // A ceiling belongs to a percent alone.
    const bare = option?.name === 'percent' ? rest : withValue(withValue(rest, '/max', undefined), '/of', undefined);
    if (option !== undefined) set(withValue(bare, `/${option.name}`, freshValue(option.blank, currency)));
  };
  return (
    <Group align="flex-start" grow preventGrowOverflow={false} wrap="wrap" style={WIDE}>
      <Select
        miw={200}
        label={words.label(field.either)}
        data={field.options.map((option) => ({ value: option.name, label: words.label(option.label ?? option.name) }))}
        value={chosen?.name ?? null}
        allowDeselect={false}
        onChange={choose}
      />
      {chosen === undefined ? null : (
        <Box miw={200}>
          <InsideOption option={chosen} path={`${path}/${chosen.name}`} />
        </Box>
      )}
    </Group>
  );
}
