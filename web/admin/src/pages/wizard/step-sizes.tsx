import { Button, Card, Collapse, Divider, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';
import { type Json, withValue } from '../../document/pointer.ts';
import { type LocalizedText, type Program, type Tenant, useTexts, type Version } from '../../document/program-api.ts';
import { locale } from '../../i18n.ts';
import { keepAnswer } from '../../keep-answer.ts';
import { formatMoney, type WireMoney } from '../../money.ts';
import { MoneyField, PercentField, WholeField } from '../../parts/typed-field.tsx';
import { Screen } from './screen.tsx';
import { type Size, sizesOf } from './sizes.ts';
import { useTemplates } from './templates.ts';
import { useWizard } from './use-wizard.ts';

/** A `sku` of the contract. */
const GIFT_NAME_MAX = 200;

interface SizesProps {
  readonly program: Program;
  readonly version: Version;
  readonly tenant: Tenant;
}

/** The proposed sizes with their reasons; the one number is the most a single order can cost. */
export function SizesStep({ program, version }: SizesProps) {
  const { t } = useTranslation();
  const { go } = useWizard();
  const queries = useQueryClient();
  const [document, setDocument] = useState<Json>(version.document);
  const [questions] = useState(() => sizesOf(version.document));
  const save = useMutation({
    mutationFn: async () =>
      document === version.document ? program : ask<Program>('PUT', `/v1/programs/${program.id}/versions/${version.number}`, { document }),
    onSuccess: async (kept) => {
      await keepAnswer(queries, ['program', program.id], kept);
      await go('advice');
    },
  });
  const list = (isMain: boolean) => (
    <Stack>
      {questions
        .filter((size) => size.isMain === isMain)
        .map((size) => (
          <SizeRow
            key={`${size.name} ${size.paths[0] ?? ''}`}
            size={size}
            currency={version.document.currency}
            onChange={(value) => setDocument((before: Json) => size.paths.reduce((next, path) => withValue(next, path, value), before))}
          />
        ))}
    </Stack>
  );
  const hidden = questions.filter(({ isMain }) => !isMain).length;
  const [isOpen, { toggle }] = useDisclosure(false);
  return (
    <Screen
      title={t('wizard.sizes.title')}
      lead={t('wizard.sizes.lead')}
      onNext={() => save.mutate()}
      isBusy={save.isPending}
      error={save.error}
    >
      <InWords document={document} />
      {list(true)}
      {hidden === 0 ? null : (
        <Stack>
          <Button variant="subtle" w="fit-content" onClick={toggle} aria-expanded={isOpen}>
            {t('wizard.sizes.more', { count: hidden })} {isOpen ? '▴' : '▾'}
          </Button>
          <Collapse expanded={isOpen}>{list(false)}</Collapse>
        </Stack>
      )}
    </Screen>
  );
}

interface WorstCase {
  readonly order: WireMoney;
  readonly givenAway: WireMoney;
  readonly text: LocalizedText;
}

function InWords({ document }: { readonly document: Json }) {
  const { t } = useTranslation();
  const [settled] = useDebouncedValue(document, 500);
  const texts = useTexts(settled);
  const worst = useQuery<WorstCase, ApiError>({
    queryKey: ['worst-case', settled],
    queryFn: () => ask('POST', '/v1/calculators/worst-case', { document: settled }),
    placeholderData: (before) => before,
  });
  return (
    <Card withBorder aria-live="polite">
      <Stack gap="xs">
        {worst.data === undefined ? null : (
          <Group align="baseline" gap="xs">
            <Text fz={36} fw={700} lh={1.1}>
              {formatMoney(worst.data.givenAway)}
            </Text>
            <Text>{t('wizard.sizes.most', { money: formatMoney(worst.data.order) })}</Text>
          </Group>
        )}
        <Text size="sm" c="dimmed">
          {worst.data?.text[locale()] ?? t('app.loading')}
        </Text>
        <Divider />
        <Text>{texts.data?.offer[locale()] ?? t('app.loading')}</Text>
      </Stack>
    </Card>
  );
}

interface SizeRowProps {
  readonly size: Size;
  readonly currency: string;
  readonly onChange: (value: Json) => void;
}

function SizeRow({ size, currency, onChange }: SizeRowProps) {
  const { t, i18n } = useTranslation();
  const [value, setValue] = useState<string | number | null>(size.value);
  const hintKey = `wizard.sizeHint.${size.name}`;
  const { tier, fromFriend } = size.where;
  const context = [
    ...(tier === null ? [] : [tier[locale()]]),
    ...(fromFriend === null ? [] : [t('wizard.sizes.fromFriend', { number: fromFriend })]),
  ];
  const reason = useReason(size);
  const hint = i18n.exists(hintKey) ? t(hintKey) : undefined;
  const look = {
    label: [t(`wizard.size.${size.name}`), ...context].join(' · '),
    // The reason of a gift speaks of what it costs.
    hint: size.kind === 'text' ? hint : (reason ?? hint),
    width: '100%',
  };
  const change = (next: string | number | null) => {
    setValue(next);
    if (next !== null) onChange(next);
  };
  if (size.kind === 'text')
    return (
      <TextInput
        label={look.label}
        description={look.hint}
        required
        maxLength={GIFT_NAME_MAX}
        value={value === null ? '' : String(value)}
        error={value === '' ? t('wizard.sizes.nameIt') : undefined}
        onChange={(event) => change(event.currentTarget.value)}
      />
    );
  if (size.kind === 'money')
    return <MoneyField {...look} currency={currency} value={value === null ? null : String(value)} onChange={change} />;
  const number = value === null ? null : Number(value);
  return size.kind === 'percent' ? (
    <PercentField {...look} value={number} onChange={change} />
  ) : (
    <WholeField {...look} value={number} onChange={change} />
  );
}

/** The reason the template gives for the nearest place around the number. */
function useReason({ paths }: Size): string | undefined {
  const { place } = useWizard();
  const templates = useTemplates(place);
  const template = templates.data?.items.find(({ id }) => id === place.template);
  const reasons = template?.reasons.filter(({ path }) => paths.some((each) => each === path || each.startsWith(`${path}/`))) ?? [];
  return reasons.toSorted((a, b) => b.path.length - a.path.length)[0]?.reason[locale()];
}
