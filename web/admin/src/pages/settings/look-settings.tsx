import { Button, Card, ColorInput, FileButton, Group, Select, SimpleGrid, Slider, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../../parts/answer.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useRights } from '../../rights.ts';
import { type Colors, type TenantSettings, useSaveTenant, useTenantSettings } from './tenant-api.ts';

const FONTS = ['system', 'humanist', 'serif', 'rounded'] as const;
const RADIUS_MAX = 32;

/** How pages of friends and members look, and who is answerable for personal data on them. */
export function LookSettings() {
  const tenant = useTenantSettings();
  return (
    <Answer query={tenant}>
      {(found) => (
        <SimpleGrid cols={{ base: 1, lg: 2 }}>
          <BrandForm found={found} />
          <ControllerForm found={found} />
        </SimpleGrid>
      )}
    </Answer>
  );
}

function BrandForm({ found }: { readonly found: TenantSettings }) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const save = useSaveTenant();
  const { light, dark, radius, font, logoUrl } = found.brand;
  const [given, setGiven] = useState({ light, dark, radius, font });
  const upload = async (file: File | null) => {
    if (file === null) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    save.mutate({ brand: { logo: { data: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) } } });
  };
  return (
    <Card withBorder component="section">
      <Stack>
        <Title order={3} size="h4">
          {t('settings.brand.title')}
        </Title>
        {save.error === null ? null : <ProblemAlert error={save.error} />}
        <ColorsFields title={t('settings.brand.light')} colors={given.light} onChange={(next) => setGiven({ ...given, light: next })} />
        <ColorsFields title={t('settings.brand.dark')} colors={given.dark} onChange={(next) => setGiven({ ...given, dark: next })} />
        <Text size="sm" fw={500} id="radius-label">
          {t('settings.brand.radius')}
        </Text>
        <Slider
          min={0}
          max={RADIUS_MAX}
          value={given.radius}
          onChange={(next) => setGiven({ ...given, radius: next })}
          thumbProps={{ 'aria-labelledby': 'radius-label' }}
        />
        <Select
          label={t('settings.brand.font')}
          data={FONTS.map((value) => ({ value, label: t(`settings.brand.fonts.${value}`) }))}
          value={given.font}
          allowDeselect={false}
          onChange={(next) => setGiven({ ...given, font: next ?? given.font })}
        />
        {!mayChange('settings') ? null : (
          <Group>
            <Button loading={save.isPending} onClick={() => save.mutate({ brand: given })}>
              {t('app.save')}
            </Button>
            <FileButton accept="image/png,image/jpeg" onChange={(file) => void upload(file)}>
              {(props) => (
                <Button variant="default" {...props}>
                  {t('settings.brand.logo')}
                </Button>
              )}
            </FileButton>
            {logoUrl === null ? null : (
              <>
                <img src={logoUrl} alt={t('settings.brand.logoNow')} height={36} />
                <Button variant="default" onClick={() => save.mutate({ brand: { logo: null } })}>
                  {t('settings.brand.noLogo')}
                </Button>
              </>
            )}
          </Group>
        )}
      </Stack>
    </Card>
  );
}

interface ColorsFieldsProps {
  readonly title: string;
  readonly colors: Colors;
  readonly onChange: (colors: Colors) => void;
}

function ColorsFields({ title, colors, onChange }: ColorsFieldsProps) {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm" fw={500}>
        {title}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        {(['ground', 'ink', 'accent'] as const).map((name) => (
          <ColorInput
            key={name}
            label={t(`settings.brand.${name}`)}
            format="hex"
            value={colors[name]}
            onChange={(next) => onChange({ ...colors, [name]: next })}
            withEyeDropper={false}
            eyeDropperButtonProps={{ 'aria-label': t(`settings.brand.${name}`) }}
          />
        ))}
      </SimpleGrid>
    </div>
  );
}

const FIELDS = ['name', 'address', 'contact', 'privacyUrl'] as const;

function ControllerForm({ found }: { readonly found: TenantSettings }) {
  const { t } = useTranslation();
  const { mayChange } = useRights();
  const save = useSaveTenant();
  const known = found.controller;
  const [given, setGiven] = useState({
    name: known?.name ?? '',
    address: known?.address ?? '',
    contact: known?.contact ?? '',
    privacyUrl: known?.privacyUrl ?? '',
  });
  return (
    <Card withBorder component="section">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ controller: { ...given, address: given.address === '' ? null : given.address } });
        }}
      >
        <Stack>
          <Title order={3} size="h4">
            {t('settings.controller.title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('settings.controller.lead')}
          </Text>
          {save.error === null ? null : <ProblemAlert error={save.error} />}
          {FIELDS.map((name) => (
            <TextInput
              key={name}
              label={t(`settings.controller.${name}`)}
              required={name !== 'address'}
              value={given[name]}
              onChange={(event) => setGiven({ ...given, [name]: event.currentTarget.value })}
            />
          ))}
          {mayChange('settings') ? (
            <Button type="submit" w="fit-content" loading={save.isPending}>
              {t('app.save')}
            </Button>
          ) : null}
        </Stack>
      </form>
    </Card>
  );
}
