import { Alert, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api.ts';
import type { Tenant } from '../../document/program-api.ts';
import { type Locale, locale } from '../../i18n.ts';
import { CurrencySelect } from '../../parts/currency-select.tsx';
import { Screen } from './screen.tsx';
import { useWizard } from './use-wizard.ts';

const FIRST_CURRENCY = { ru: 'RUB', en: 'USD' } as const;
/** The zone of a shop nobody has asked yet. */
const UNASKED = ['UTC', 'Etc/UTC'];

/** What an installation calls a shop before anybody has named it. */
const UNNAMED = 'My shop';

export function ShopStep({ tenant }: { readonly tenant: Tenant }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { place, go } = useWizard();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [given, setGiven] = useState({
    name: tenant.name === UNNAMED ? '' : tenant.name,
    language: locale(),
    currency: place.currency ?? FIRST_CURRENCY[locale()],
    timeZone: UNASKED.includes(tenant.timeZone) ? here : tenant.timeZone,
  });
  const save = useMutation({
    mutationFn: () => ask('PATCH', '/v1/tenant', { name: given.name, locale: given.language, timeZone: given.timeZone }),
    onSuccess: async () => {
      await Promise.all(['tenant', 'me'].map((name) => queries.invalidateQueries({ queryKey: [name] })));
      await go('goal', { currency: given.currency });
    },
  });
  return (
    <Screen
      title={t('wizard.shop.title')}
      lead={t(tenant.name === UNNAMED ? 'wizard.shop.leadUnnamed' : 'wizard.shop.lead')}
      onNext={() => save.mutate()}
      isBusy={save.isPending}
      isBlocked={given.name.trim() === ''}
      blockedBy={t('wizard.shop.nameIt')}
      error={save.error}
    >
      <Stack>
        <TextInput
          label={t('wizard.shop.name')}
          description={t('wizard.shop.nameHint')}
          required
          placeholder={t('wizard.shop.namePlaceholder')}
          value={given.name}
          onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
        />
        <LanguageChoice value={given.language} onChange={(language) => setGiven({ ...given, language })} />
        <CurrencySelect
          label={t('wizard.shop.currency')}
          value={given.currency}
          onChange={(currency) => setGiven({ ...given, currency })}
        />
        <Select
          label={t('wizard.shop.timeZone')}
          description={t('wizard.shop.timeZoneHint')}
          searchable
          limit={60}
          allowDeselect={false}
          data={timeZones(given.timeZone)}
          value={given.timeZone}
          onChange={(timeZone) => setGiven({ ...given, timeZone: timeZone ?? given.timeZone })}
        />
        <PublicAddress url={tenant.publicUrl} />
      </Stack>
    </Screen>
  );
}

function LanguageChoice({ value, onChange }: { readonly value: Locale; readonly onChange: (value: Locale) => void }) {
  const { t } = useTranslation();
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500} id="wizard-language">
        {t('wizard.shop.language')}
      </Text>
      <SegmentedControl
        aria-labelledby="wizard-language"
        w="fit-content"
        value={value}
        onChange={(chosen) => onChange(chosen === 'en' ? 'en' : 'ru')}
        data={(['ru', 'en'] as const).map((each) => ({ value: each, label: t(`wizard.languages.${each}`) }))}
      />
    </Stack>
  );
}

function PublicAddress({ url }: { readonly url: string }) {
  const { t } = useTranslation();
  const host = new URL(url).hostname;
  const isHere = host === 'localhost' || host === '[::1]' || host.startsWith('127.') || host.endsWith('.localhost');
  return (
    <Alert color={isHere ? 'yellow' : 'teal'} title={t('wizard.shop.address', { url })}>
      <Text size="sm">{isHere ? t('wizard.shop.addressHere') : t('wizard.shop.addressOpen')}</Text>
    </Alert>
  );
}

function timeZones(chosen: string) {
  return [...new Set([chosen, ...Intl.supportedValuesOf('timeZone')])];
}
