import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, ask } from '../../api.ts';
import type { Program, Tenant } from '../../document/program-api.ts';
import { useFormKey } from '../../form-key.ts';
import { keepAnswer } from '../../keep-answer.ts';
import { formatMoney } from '../../money.ts';
import { Answer } from '../../parts/answer.tsx';
import { MoneyField, PercentField, WholeField } from '../../parts/typed-field.tsx';
import { Screen } from './screen.tsx';
import { askTemplates, type TemplateList, useTemplates } from './templates.ts';
import { useWizard } from './use-wizard.ts';

export function NumbersStep({ tenant }: { readonly tenant: Tenant }) {
  const { place } = useWizard();
  const { goal, currency } = place;
  const templates = useTemplates({ goal, ...(currency === undefined ? {} : { currency }) });
  return <Answer query={templates}>{(list) => <NumbersForm tenant={tenant} list={list} />}</Answer>;
}

function NumbersForm({ tenant, list }: { readonly tenant: Tenant; readonly list: TemplateList }) {
  const { t } = useTranslation();
  const { place } = useWizard();
  const currency = place.currency ?? list.figures?.currency ?? 'RUB';
  const known = list.figures?.currency === currency ? list.figures : null;
  const [given, setGiven] = useState({
    margin: tenant.margin?.basisPoints ?? (known?.marginBasisPoints == null ? null : Number(known.marginBasisPoints)),
    order: place.order ?? known?.medianOrder.amountMinor ?? null,
    days: place.days === undefined ? (known?.medianDaysBetweenOrders ?? null) : Number(place.days),
  });
  const make = useMakeDraft(tenant, given, currency);
  return (
    <Screen
      title={t('wizard.numbers.title')}
      lead={known === null ? t('wizard.numbers.lead') : t('wizard.numbers.leadKnown', { count: known.orders })}
      onNext={() => make.mutate()}
      isBusy={make.isPending}
      error={make.error}
    >
      {known === null ? <NoOrders /> : null}
      <Stack>
        <PercentField
          label={t('wizard.numbers.margin')}
          hint={t('wizard.numbers.marginHint')}
          value={given.margin}
          onChange={(margin) => setGiven({ ...given, margin })}
          width={420}
        />
        <Text size="sm" c="dimmed">
          {given.margin === null || given.order === null
            ? t('wizard.numbers.marginUnknown')
            : t('wizard.numbers.earned', {
                money: formatMoney({ amountMinor: String((BigInt(given.order) * BigInt(given.margin)) / 10_000n), currency }),
              })}
        </Text>
        <MoneyField
          label={t('wizard.numbers.order')}
          hint={known === null ? t('wizard.numbers.orderHint') : t('wizard.numbers.fromOrders')}
          currency={currency}
          value={given.order}
          onChange={(order) => setGiven({ ...given, order })}
          width={420}
        />
        <WholeField
          label={t('wizard.numbers.days')}
          hint={t('wizard.numbers.daysHint')}
          value={given.days}
          onChange={(days) => setGiven({ ...given, days })}
          width={420}
        />
      </Stack>
    </Screen>
  );
}

function NoOrders() {
  const { t } = useTranslation();
  return (
    <Alert color="blue" title={t('wizard.numbers.noOrders')}>
      <Text size="sm">
        {t('wizard.numbers.noOrdersLead')}{' '}
        <Anchor href={`#/files?back=${encodeURIComponent(window.location.hash.slice(1))}`} size="sm" underline="always" c="inherit">
          {t('wizard.numbers.toFiles')}
        </Anchor>
      </Text>
    </Alert>
  );
}

interface Numbers {
  readonly margin: number | null;
  readonly order: string | null;
  readonly days: number | null;
}

const BY_MARGIN = ['tenant', 'templates', 'worst-case', 'advice', 'lint'];

/** Keeps the margin as a setting of the shop, the rest in the address, and the proposed document as a draft on the server. */
function useMakeDraft(tenant: Tenant, { margin, order, days }: Numbers, currency: string) {
  const queries = useQueryClient();
  const { place, go } = useWizard();
  const form = useFormKey();
  return useMutation({
    mutationFn: async () => {
      if (margin !== (tenant.margin?.basisPoints ?? null))
        await ask('PATCH', '/v1/tenant', { margin: margin === null ? null : { basisPoints: margin } });
      const typed = {
        ...(order === null || order === '0' ? {} : { order }),
        ...(days === null || days === 0 ? {} : { days: String(days) }),
      };
      const { items, unfit } = await askTemplates({ goal: place.goal, currency, ...typed });
      if (unfit !== null) throw new ApiError({ code: 'margin_too_small', status: 422, field: 'margin', detail: unfit.en, text: unfit });
      const template = items.find(({ id }) => id === place.template) ?? items[0];
      const body = { document: template?.document };
      const program = await (place.program === undefined
        ? form.ask<Program>('POST', '/v1/programs', body)
        : ask<Program>('PUT', `/v1/programs/${place.program}/versions/1`, body));
      return { program, typed, template: template?.id ?? '' };
    },
    // Kept or refused: what was said by the margin of before is said anew.
    onSettled: () => Promise.all(BY_MARGIN.map((name) => queries.invalidateQueries({ queryKey: [name] }))),
    onSuccess: async ({ program, typed, template }) => {
      await keepAnswer(queries, ['program', program.id], program);
      await queries.invalidateQueries({ queryKey: ['programs'] });
      await go('sizes', { program: program.id, currency, template, ...typed });
    },
  });
}
