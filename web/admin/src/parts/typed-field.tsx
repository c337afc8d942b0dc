import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  basisPointsFromText,
  digitsFromText,
  minorFromText,
  textFromBasisPoints,
  textFromMinor,
  wholeFromText,
} from '../document/amount-text.ts';
import { NUMBER_FIELD } from './bad-number.ts';

interface FieldLook {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly unit?: ReactNode;
  readonly id?: string;
  readonly width?: number | string;
  readonly placeholder?: string;
}

interface TypedFieldProps<T> extends FieldLook {
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
  readonly parse: (text: string) => T | null | undefined;
  readonly format: (value: T) => string;
}

/** A text field of a value: what is typed stays as typed until the value changes from elsewhere (undo, a fix). */
function TypedField<T extends string | number>({ value, onChange, parse, format, ...look }: TypedFieldProps<T>) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ text: value === null ? '' : format(value), of: value, isBad: false });
  const shown = typed.of === value ? typed : { text: value === null ? '' : format(value), of: value, isBad: false };
  const input = useRef<HTMLInputElement>(null);
  const before = useRef(value);
  // The browser then holds back a form that would send it, and `showBadNumber` finds it.
  useEffect(() => input.current?.setCustomValidity(shown.isBad ? t('field.notNumber') : ''), [shown.isBad, t]);
  const change = (text: string) => {
    // What begins as a number and ends as none is no number: not even its beginning is kept.
    const parsed = parse(text);
    const next = parsed === undefined ? before.current : parsed;
    setTyped({ text, of: next, isBad: parsed === undefined });
    if (next !== value) onChange(next);
  };
  return (
    <TextInput
      {...(look.id === undefined ? {} : { id: look.id })}
      label={look.label}
      description={look.hint}
      error={shown.isBad ? t('field.notNumber') : look.error}
      placeholder={look.placeholder ?? ''}
      ref={input}
      {...NUMBER_FIELD}
      onFocus={() => {
        if (!shown.isBad) before.current = value;
      }}
      inputMode="decimal"
      autoComplete="off"
      maw={look.width ?? 260}
      rightSection={look.unit === undefined ? null : <span aria-hidden="true">{look.unit}</span>}
      rightSectionWidth={typeof look.unit === 'string' && look.unit.length > 2 ? 64 : 36}
      value={shown.text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

interface MoneyFieldProps extends FieldLook {
  readonly currency: string;
  readonly value: string | null;
  readonly onChange: (amountMinor: string | null) => void;
}

/** Minor units as a decimal string. */
export function MoneyField({ currency, ...field }: MoneyFieldProps) {
  return (
    <TypedField
      {...field}
      unit={currency}
      parse={(text) => minorFromText(text, currency)}
      format={(amount) => textFromMinor(amount, currency)}
    />
  );
}

interface NumberFieldProps extends FieldLook {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** Basis points, typed as percents. */
export function PercentField(field: NumberFieldProps) {
  return <TypedField {...field} unit="%" parse={basisPointsFromText} format={textFromBasisPoints} />;
}

export function WholeField(field: NumberFieldProps) {
  return <TypedField {...field} parse={wholeFromText} format={String} />;
}

interface DigitsFieldProps extends FieldLook {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** Points: whole, as a decimal string of any length. */
export function DigitsField(field: DigitsFieldProps) {
  return <TypedField {...field} parse={digitsFromText} format={(digits) => digits} />;
}
