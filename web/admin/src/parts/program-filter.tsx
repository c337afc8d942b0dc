import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { programName, usePrograms } from '../document/program-api.ts';

interface ProgramFilterProps {
  readonly value: string | undefined;
  readonly onChange: (programId: string | undefined) => void;
}

/** Of one programme or of all; nothing to choose where there is only one. */
export function ProgramFilter({ value, onChange }: ProgramFilterProps) {
  const { t } = useTranslation();
  const programs = usePrograms().data?.items ?? [];
  if (programs.length < 2 && value === undefined) return null;
  return (
    <Select
      label={t('list.program')}
      w={240}
      allowDeselect={false}
      data={[
        { value: '', label: t('list.allPrograms') },
        ...programs.map((program) => ({ value: program.id, label: programName(programs, program.id) })),
      ]}
      value={value ?? ''}
      onChange={(next) => onChange(next === null || next === '' ? undefined : next)}
    />
  );
}
