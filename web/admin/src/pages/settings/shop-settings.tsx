import { Button, Fieldset, NumberInput, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../parts/answer.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useRights } from '../../rights.ts';
import { REGIONS, type Region, type TenantSettings, useSaveTenant, useTenantSettings } from './tenant-api.ts';

export function ShopSettings() {
  const tenant = useTenantSettings();
  return <Answer query={tenant}>{(found) => <ShopForm found={found} />}</Answer>;
}

function ShopForm({ found }: { readonly found: TenantSettings }) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const [given, setGiven] = useState(() => shownOf(found));
  const save = useSaveTenant();
  const isReadOnly = !mayChange('settings');
  const submit = () => {
    const { landingUrl, couponUrl, shopLink, reviewShare, ...rest } = given;
    save.mutate({
      ...rest,
      landingUrl: landingUrl === '' ? null : landingUrl,
      couponUrl: couponUrl === '' ? null : couponUrl,
      shopLink: shopLink === '' ? null : shopLink,
      reviewShareBasisPoints: Math.round(Number(reviewShare) * 100),
    });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Fieldset maw={560} variant="unstyled" disabled={isReadOnly}>
        <Stack>
          {save.error === null ? null : <ProblemAlert error={save.error} />}
          <NameFields given={given} onChange={setGiven} />
          <AddressFields given={given} onChange={setGiven} />
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {t('settings.publicUrl', { url: found.publicUrl })}
          </Text>
          {isReadOnly ? null : (
            <Button type="submit" w="fit-content" loading={save.isPending}>
              {t('app.save')}
            </Button>
          )}
        </Stack>
      </Fieldset>
    </form>
  );
}

type Given = ReturnType<typeof shownOf>;

interface FieldsProps {
  readonly given: Given;
  readonly onChange: (given: Given) => void;
}

function NameFields({ given, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('settings.name')}
        required
        value={given.name}
        onChange={(event) => onChange({ ...given, name: event.currentTarget.value })}
      />
      <Select
        label={t('settings.locale')}
        data={(['ru', 'en'] as const).map((value) => ({ value, label: t(`settings.locales.${value}`) }))}
        value={given.locale}
        allowDeselect={false}
        onChange={(next) => onChange({ ...given, locale: next === 'en' ? 'en' : 'ru' })}
      />
      <Select
        label={t('settings.timeZone')}
        searchable
        limit={50}
        data={zonesWith(given.timeZone)}
        value={given.timeZone}
        allowDeselect={false}
        onChange={(next) => onChange({ ...given, timeZone: next ?? given.timeZone })}
      />
    </>
  );
}

function AddressFields({ given, onChange }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TagsInput
        label={t('settings.domains')}
        description={t('settings.domainsHint')}
        value={[...given.landingDomains]}
        onChange={(landingDomains) => onChange({ ...given, landingDomains })}
      />
      <TextInput
        label={t('settings.landing')}
        description={t('settings.landingHint')}
        type="url"
        value={given.landingUrl}
        onChange={(event) => onChange({ ...given, landingUrl: event.currentTarget.value })}
      />
      <TextInput
        label={t('settings.couponUrl')}
        description={t('settings.couponUrlHint', { code: '{code}' })}
        value={given.couponUrl}
        onChange={(event) => onChange({ ...given, couponUrl: event.currentTarget.value })}
      />
      <TextInput
        label={t('settings.shopLink')}
        description={t('settings.shopLinkHint', { code: '{code}' })}
        value={given.shopLink}
        onChange={(event) => onChange({ ...given, shopLink: event.currentTarget.value })}
      />
      <Select
        label={t('settings.region')}
        description={t('settings.regionHint')}
        data={[
          { value: '', label: t('settings.regions.byZone') },
          ...REGIONS.map((value) => ({ value, label: t(`settings.regions.${value}`) })),
        ]}
        value={given.region ?? ''}
        allowDeselect={false}
        onChange={(next) => onChange({ ...given, region: regionOf(next) })}
      />
      <NumberInput
        label={t('settings.reviewShare')}
        description={t('settings.reviewShareHint')}
        min={0}
        max={100}
        suffix=" %"
        value={given.reviewShare}
        onChange={(reviewShare) => onChange({ ...given, reviewShare: Number(reviewShare) })}
      />
      <NumberInput
        label={t('settings.clickDays')}
        min={1}
        max={3650}
        value={given.clickRetentionDays}
        onChange={(days) => onChange({ ...given, clickRetentionDays: Number(days) })}
      />
    </>
  );
}

function shownOf(found: TenantSettings) {
  const { name, timeZone, locale, landingDomains, clickRetentionDays } = found;
  return {
    name,
    timeZone,
    locale,
    landingDomains,
    clickRetentionDays,
    landingUrl: found.landingUrl ?? '',
    couponUrl: found.couponUrl ?? '',
    shopLink: found.shopLink ?? '',
    region: found.region,
    reviewShare: found.reviewShareBasisPoints / 100,
  };
}

/** Null = by the time zone. */
function regionOf(text: string | null): Region | null {
  return REGIONS.find((each) => each === text) ?? null;
}

function zonesWith(zone: string): string[] {
  return [...new Set([zone, ...Intl.supportedValuesOf('timeZone')])];
}
