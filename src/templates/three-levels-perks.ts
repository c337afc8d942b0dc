import type { PerkWire } from '../contract/program-document-perk-schema.ts';
import { evidence } from '../domain/program/lint/sources.ts';
import { moneyOf, type ShopSizes, type Sized } from './shop-sizes.ts';
import type { Reason } from './template.ts';

const SALE_IN_DAYS = 60;
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** What the levels give beside money: seats, earlier doors, news, and services to choose from (0-13, 0-18, 0-19). */
export function threeLevelsPerks(sizes: ShopSizes, serviceCost: Sized<bigint>): readonly PerkWire[] {
  const free = moneyOf(sizes, 0n);
  const cost = moneyOf(sizes, serviceCost.value);
  // On the hour, so that a proposal reads like something a person typed.
  const opensAt = new Date(Math.floor((sizes.at.getTime() + SALE_IN_DAYS * DAY_MS) / HOUR_MS) * HOUR_MS).toISOString();
  return [
    { id: 'webinar', name: { ru: 'Закрытый вебинар', en: 'A closed webinar' }, kind: 'seat', cost: free, capacity: 100 },
    {
      id: 'early-sale',
      name: { ru: 'Распродажа раньше других', en: 'The sale before others' },
      kind: 'earlyAccess',
      cost: free,
      opensAt,
      earlierHours: { trusted: 48, active: 48, partner: 72, ambassador: 72 },
    },
    { id: 'news', name: { ru: 'Новинки раньше всех', en: 'New products first' }, kind: 'announcement', cost: free },
    {
      id: 'consultation',
      name: { ru: 'Личная консультация', en: 'A personal consultation' },
      kind: 'service',
      cost,
      capacity: 20,
      validDays: 180,
    },
    { id: 'service', name: { ru: 'Услуга в подарок', en: 'A service as a gift' }, kind: 'service', cost, capacity: 20, validDays: 180 },
    {
      id: 'product-council',
      name: { ru: 'Место в совете по продукту', en: 'A seat in the product council' },
      kind: 'seat',
      cost: free,
      capacity: 10,
    },
    { id: 'closed-event', name: { ru: 'Закрытая встреча партнёров', en: 'A closed event for partners' }, kind: 'seat', cost, capacity: 30 },
  ];
}

export function perkReasons(serviceCost: Sized<bigint>): readonly Reason[] {
  return [
    {
      path: '/perks',
      because: evidence('jinHuang', {
        ru: 'Привилегии вместо скидок: неденежные награды у слабых брендов давали больше рекомендаций. Числа мест — условность: поставьте свои.',
        en: 'Perks instead of discounts: rewards in kind brought more recommendations to weak brands. The numbers of places are a convention: set your own.',
      }),
    },
    {
      path: '/perks/1/opensAt',
      because: evidence('convention', {
        ru: 'Через 60 дней: поставьте время своей следующей распродажи.',
        en: 'In 60 days: set the time of your next sale.',
      }),
    },
    { path: '/perks/3/cost', because: serviceCost.because },
    { path: '/perks/4/cost', because: serviceCost.because },
    { path: '/perks/6/cost', because: serviceCost.because },
  ];
}
