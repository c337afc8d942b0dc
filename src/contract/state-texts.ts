import type { Coupon, ReferralStatus, RewardStatus } from '../domain/facts/entities.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import type { AudienceTexts } from './refusal-texts.ts';

type CouponStatus = Coupon['status'];

function texts(friend: LocalizedText, referrer: LocalizedText, staff: LocalizedText): AudienceTexts {
  return { friend, referrer, staff };
}

function t(ru: string, en: string): LocalizedText {
  return { ru, en };
}

const REFERRER_NO_REWARD = t('Без награды', 'No reward');
const REFERRER_WAITING = t('В ожидании', 'Waiting');

/** What a referral's state is called. The referrer's words are coarse: why a friend did not count is the friend's business. */
const REFERRAL_TEXTS = {
  started: texts(
    t('Приглашение принято', 'Invitation accepted'),
    t('Приглашение отправлено', 'Invited'),
    t('Начато: есть касание, друга ещё нет', 'Started: a touch, no friend yet'),
  ),
  joined: texts(
    t('Вы зарегистрированы', 'You have signed up'),
    t('Друг с нами', 'Your friend has joined'),
    t('Друг зарегистрирован, заказа ещё нет', 'Signed up, no order yet'),
  ),
  ordered: texts(
    t('Заказ оплачен', 'Your order is paid'),
    REFERRER_WAITING,
    t('Первый заказ оплачен, награда ещё не окончательна', 'First order paid, the reward is not final yet'),
  ),
  qualified: texts(
    t('Предложение выполнено', 'The offer is complete'),
    t('Засчитано', 'Counted'),
    t('Условия выполнены, срок удержания прошёл', 'Conditions held and the hold has ended'),
  ),
  refused: texts(
    t('Предложение не действует для этого заказа', 'The offer does not cover this order'),
    REFERRER_NO_REWARD,
    t('Отказано: смотрите причину', 'Refused: see the reason'),
  ),
  expired: texts(
    t('Срок приглашения истёк', 'The invitation has run out'),
    REFERRER_NO_REWARD,
    t('Истекло без заказа', 'Expired without an order'),
  ),
  reversed: texts(
    t('Заказ возвращён', 'The order was refunded'),
    REFERRER_NO_REWARD,
    t('Отменено: заказ возвращён или ниже условий', 'Reversed: the order was refunded or fell below the conditions'),
  ),
} as const satisfies Record<ReferralStatus, AudienceTexts>;

const HELD = t('Ожидает подтверждения', 'Waiting for confirmation');
const ISSUED = t('Начислено', 'Credited');
const NOT_GIVEN = t('Не начислено', 'Not given');

const REWARD_TEXTS = {
  held: texts(HELD, HELD, t('Удержано: смотрите причины и срок', 'Held: see reasons and date')),
  approved: texts(
    t('Подтверждено', 'Confirmed'),
    t('Подтверждено', 'Confirmed'),
    t('Подтверждено, причин удержания нет', 'Approved: nothing holds it any more'),
  ),
  issued: texts(ISSUED, ISSUED, t('Выдано: на балансе или код назначен', 'Issued: on the balance, or a code is assigned')),
  delivered: texts(
    t('Получено', 'Received'),
    t('Получено', 'Received'),
    t('Передано: подтверждено магазином', 'Delivered: confirmed by the shop'),
  ),
  redeemed: texts(t('Использовано', 'Used'), t('Использовано', 'Used'), t('Использовано в заказе', 'Redeemed in an order')),
  denied: texts(NOT_GIVEN, NOT_GIVEN, t('Отклонено сотрудником', 'Denied by staff')),
  cancelled: texts(
    NOT_GIVEN,
    NOT_GIVEN,
    t('Потеряно до выдачи: возврат или изменение заказа', 'Lost while held: the order was refunded or changed'),
  ),
  reversed: texts(
    t('Отменено после возврата', 'Taken back after a refund'),
    t('Отменено', 'Taken back'),
    t('Отозвано после выдачи', 'Reversed after it was issued'),
  ),
  expired: texts(t('Срок истёк', 'Expired'), t('Срок истёк', 'Expired'), t('Срок истёк', 'Expired')),
  failed: texts(
    t('Ошибка выдачи', 'Could not be given'),
    t('Ошибка выдачи', 'Could not be given'),
    t('Выдача не удалась', 'Could not be issued'),
  ),
} as const satisfies Record<RewardStatus, AudienceTexts>;

const COUPON_TEXTS = {
  issued: texts(t('Можно использовать', 'Ready to use'), t('Выдан', 'Issued'), t('Выдан', 'Issued')),
  reserved: texts(
    t('Применён в оформляемом заказе', 'Held by an order being placed'),
    t('Выдан', 'Issued'),
    t('Занят оформляемым заказом', 'Reserved by a checkout'),
  ),
  redeemed: texts(t('Использован', 'Used'), t('Использован', 'Used'), t('Использован', 'Redeemed')),
  expired: texts(t('Срок истёк', 'Expired'), t('Срок истёк', 'Expired'), t('Срок истёк', 'Expired')),
  revoked: texts(
    t('Отозван', 'Withdrawn'),
    t('Отозван', 'Withdrawn'),
    t('Отозван: награда отменена', 'Revoked: its reward was taken back'),
  ),
} as const satisfies Record<CouponStatus, AudienceTexts>;

/** All three texts of a state: for the friend, for the referrer, for staff. */
export function referralTexts(status: ReferralStatus): AudienceTexts {
  return REFERRAL_TEXTS[status];
}

export function rewardTexts(status: RewardStatus): AudienceTexts {
  return REWARD_TEXTS[status];
}

export function couponTexts(status: CouponStatus): AudienceTexts {
  return COUPON_TEXTS[status];
}
