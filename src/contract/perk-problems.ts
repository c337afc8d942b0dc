/** What can be wrong with a perk, a choice or a door; part of the one table in problems.ts. */
import type { LocalizedText } from '../domain/program/document.ts';
import type { WireTierStanding } from './tier-resources.ts';

export interface AccessHint {
  /** RFC 3339; null where no time opens it. */
  readonly opensAt: string | null;
  readonly opensForEverybodyAt: string | null;
  readonly tiers: readonly { readonly id: string; readonly name: LocalizedText }[];
  /** The member's next tier and what is missing to it; null for whoever is no member, or needs none. */
  readonly next: WireTierStanding['next'];
}

export const PERK_PROBLEMS = {
  perk_unknown: { status: 404, ru: 'Такой привилегии в программе нет.', en: 'The programme has no such perk.' },
  perk_out_of_stock: { status: 409, ru: 'Эта привилегия закончилась.', en: 'This perk is out of stock.' },
  perk_budget_exhausted: {
    status: 409,
    ru: 'Бюджет программы не вмещает эту привилегию.',
    en: 'The budget of the programme does not hold this perk.',
  },
  perk_taken: { status: 409, ru: 'Участник уже взял эту привилегию.', en: 'The member has taken this perk already.' },
  perk_tax_data: {
    status: 409,
    ru: 'Подарки участника за год достигли порога: сначала сохраните его данные для налога.',
    en: "The year's gifts of the member have reached the threshold: save their tax data first.",
  },
  perk_not_claimable: {
    status: 422,
    ru: 'Эту привилегию не берут: она действует сама, пока участник на своём уровне.',
    en: 'This perk is not claimed: it holds by itself while the member stands in the tier.',
  },
  perk_not_offered: { status: 422, ru: 'Этой привилегии нет среди вариантов.', en: 'This perk is not among the options.' },
  perk_without_codes: { status: 422, ru: 'У этой привилегии нет запаса кодов.', en: 'This perk has no pool of codes.' },
  perk_code_taken: { status: 409, ru: 'Такой код в запасе уже есть.', en: 'The pool holds this code already.' },
  access_unknown: { status: 404, ru: 'Такого приглашения нет.', en: 'There is no such invitation.' },
  access_used: { status: 409, ru: 'Приглашение уже использовано.', en: 'The invitation has been used.' },
  access_expired: { status: 403, ru: 'Срок доступа истёк.', en: 'The access has expired.' },
  access_revoked: { status: 403, ru: 'Доступ отозван.', en: 'The access was revoked.' },
  access_tier: { status: 403, ru: 'Уровень участника этого не даёт.', en: "The member's tier does not give this." },
  access_not_open: { status: 403, ru: 'Вход ещё закрыт.', en: 'Entry is not open yet.' },
  access_no_grant: { status: 403, ru: 'Доступ не выдан.', en: 'No access was granted.' },
} as const;
