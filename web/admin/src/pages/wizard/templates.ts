import { useQuery } from '@tanstack/react-query';
import { type ApiError, ask } from '../../api.ts';
import type { Json } from '../../document/pointer.ts';
import type { LocalizedText } from '../../document/program-api.ts';
import { locale } from '../../i18n.ts';
import type { WireMoney } from '../../money.ts';
import type { WizardPlace } from './use-wizard.ts';

export interface Template {
  readonly id: string;
  readonly name: LocalizedText;
  readonly forWhom: LocalizedText;
  readonly notWhen: readonly LocalizedText[];
  readonly offer: LocalizedText;
  readonly document: Json;
  readonly reasons: readonly { readonly path: string; readonly reason: LocalizedText; readonly source: LocalizedText }[];
}

export interface TemplateList {
  readonly items: readonly Template[];
  readonly figures: {
    readonly currency: string;
    readonly orders: number;
    readonly medianOrder: WireMoney;
    readonly medianDaysBetweenOrders: number | null;
    readonly marginBasisPoints: string | null;
  } | null;
  readonly unfit: LocalizedText | null;
}

type Asked = Pick<WizardPlace, 'goal' | 'currency' | 'order' | 'days'>;

export function askTemplates({ goal, currency, order, days }: Asked): Promise<TemplateList> {
  const query = new URLSearchParams({
    goal,
    locale: locale(),
    ...(currency === undefined ? {} : { currency }),
    ...(order === undefined ? {} : { orderMinor: order }),
    ...(days === undefined ? {} : { daysBetweenOrders: days }),
  });
  return ask<TemplateList>('GET', `/v1/templates?${query.toString()}`);
}

/** The templates for the goal, with sizes of this shop. */
export function useTemplates({ goal, currency, order, days }: Asked) {
  return useQuery<TemplateList, ApiError>({
    queryKey: ['templates', goal, currency, order, days, locale()],
    queryFn: () =>
      askTemplates({
        goal,
        ...(currency === undefined ? {} : { currency }),
        ...(order === undefined ? {} : { order }),
        ...(days === undefined ? {} : { days }),
      }),
  });
}
