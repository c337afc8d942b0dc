import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiError, ask } from '../api.ts';
import { nameOf, type PersonSummary } from './people-names.ts';

interface PersonPickerProps {
  readonly label: string;
  /** Who cannot be meant. */
  readonly without: string;
  readonly picked: string | null;
  readonly onPick: (id: string) => void;
}

const FOUND_MAX = 6;

/** Finds a person by name, phone, e-mail or code while somebody types. */
export function PersonPicker({ label, without, picked, onPick }: PersonPickerProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 200);
  const { data } = useQuery<{ readonly items: readonly PersonSummary[] }, ApiError>({
    queryKey: ['people', 'pick', asked],
    queryFn: () => ask('GET', `/v1/customers?limit=${FOUND_MAX + 1}&q=${encodeURIComponent(asked)}`),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const found = asked === '' ? [] : (data?.items ?? []).filter(({ id }) => id !== without).slice(0, FOUND_MAX);
  return (
    <Stack gap="xs">
      <TextInput
        label={label}
        description={t('people.searchHint')}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      {asked !== '' && found.length === 0 && data !== undefined ? <Text size="sm">{t('people.none')}</Text> : null}
      {found.length === 0 ? null : (
        <Radio.Group aria-label={label} value={picked ?? ''} onChange={onPick}>
          <Stack gap={6}>
            {found.map((person) => (
              <Radio
                key={person.id}
                value={person.id}
                label={[nameOf(person), person.phone ?? person.email].filter((each) => each !== null).join(' · ')}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </Stack>
  );
}
