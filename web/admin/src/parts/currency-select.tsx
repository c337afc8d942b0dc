import { Select, type SelectProps } from '@mantine/core';
import { locale } from '../i18n.ts';

interface CurrencySelectProps extends Pick<SelectProps, 'label' | 'description' | 'error'> {
  readonly value: string;
  readonly onChange: (currency: string) => void;
}

/** One of the currencies there are: nothing half typed can be chosen. */
export function CurrencySelect({ value, onChange, ...look }: CurrencySelectProps) {
  return (
    <Select
      {...look}
      searchable
      limit={60}
      allowDeselect={false}
      data={currencies()}
      value={value}
      onChange={(currency) => onChange(currency ?? value)}
    />
  );
}

export function isKnownCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

function currencies() {
  const names = new Intl.DisplayNames(locale(), { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({ value: code, label: `${code} — ${names.of(code) ?? code}` }));
}
