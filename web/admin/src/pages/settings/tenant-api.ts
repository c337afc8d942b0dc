import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../../api.ts';

export interface Colors {
  readonly ground: string;
  readonly ink: string;
  readonly accent: string;
}

export const REGIONS = ['ru', 'eu', 'other'] as const;
export type Region = (typeof REGIONS)[number];

export interface TenantSettings {
  readonly name: string;
  readonly timeZone: string;
  readonly locale: 'ru' | 'en';
  readonly landingUrl: string | null;
  readonly landingDomains: readonly string[];
  readonly reviewShareBasisPoints: number;
  readonly clickRetentionDays: number;
  readonly identityRetentionDays: number;
  readonly publicUrl: string;
  readonly couponUrl: string | null;
  readonly shopLink: string | null;
  readonly region: Region | null;
  readonly brand: {
    readonly light: Colors;
    readonly dark: Colors;
    readonly radius: number;
    readonly font: string;
    readonly logoUrl: string | null;
  };
  readonly controller: {
    readonly name: string;
    readonly address: string | null;
    readonly contact: string;
    readonly privacyUrl: string;
  } | null;
}

/** Not under the key of the wizard's own reading, which asks for other fields. */
const KEY = ['tenant', 'settings'] as const;

export function useTenantSettings() {
  return useQuery<TenantSettings, ApiError>({ queryKey: KEY, queryFn: () => ask('GET', '/v1/tenant') });
}

export function useSaveTenant() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation<TenantSettings, ApiError, object>({
    mutationFn: (change) => ask('PATCH', '/v1/tenant', change),
    onSuccess: async () => {
      notifications.show({ message: t('settings.saved') });
      // The zone of every time in the console comes with who is signed in.
      await Promise.all(['tenant', 'me'].map((name) => queries.invalidateQueries({ queryKey: [name] })));
    },
  });
}
