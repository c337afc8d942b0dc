import { describe, expect, it } from 'vitest';
import { both, CREDIT, DOCUMENT, GRANT, RULE, THIS_ORDER } from '../../test/support/program-builders.ts';
import type { Benefit, ProgramDocument, Rule } from '../domain/program/document.ts';
import { howItWorks } from './how-it-works.ts';
import { offerSentence } from './offer-sentence.ts';

const MUG: Benefit = { kind: 'gift', sku: 'Кружка', costMinor: 10_000n };
const asGift = (document: ProgramDocument): ProgramDocument => ({ ...document, offerStyle: 'gift' });
const toFriend = (benefit: Benefit, more: Partial<Rule> = {}): Rule => ({ ...RULE, ...more, grant: [{ ...GRANT, to: 'friend', benefit }] });
const toReferrer: Rule = { ...RULE, id: 'mine', grant: [{ ...GRANT, to: 'referrer' }] };
const told = (to: 'member' | 'friend') => (document: ProgramDocument, locale: 'ru' | 'en') =>
  offerSentence(document, { locale, to, tierId: null }).replaceAll('\u00a0', ' ');
const member = told('member');
const friend = told('friend');

describe('an offer told as a gift (0-23)', () => {
  it('begins with what is good for the friend, the member’s own part after it', () => {
    const document = asGift(both(CREDIT, THIS_ORDER));
    expect(member(document, 'ru')).toBe(
      'Подарите другу скидку 5 % на этот заказ. Он получит подарок, когда оплатит заказ, а вы получите 100 ₽ на баланс.',
    );
    expect(member(document, 'en')).toBe(
      'Give your friend 5% off on this order: it is theirs when they pay for an order, and you get ₽100 as credit.',
    );
    expect(friend(document, 'ru')).toBe('Друг дарит вам скидку 5 % на этот заказ: оплатите заказ, и подарок ваш.');
    expect(friend(document, 'en')).toBe('Your friend gives you 5% off on this order: pay for an order, and it is yours.');
  });

  it('says nothing of a part the member does not have', () => {
    const document = asGift({ ...DOCUMENT, rules: [toFriend(MUG)] });
    expect(member(document, 'ru')).toBe('Подарите другу «Кружка» к заказу. Он получит подарок, когда оплатит заказ.');
    expect(member(document, 'en')).toBe('Give your friend “Кружка” with the order: it is theirs when they pay for an order.');
  });

  it('tells each part’s own time where they are of two rules', () => {
    const document = asGift({ ...DOCUMENT, rules: [toFriend(MUG, { id: 'theirs', on: 'member.signed_up' }), toReferrer] });
    expect(member(document, 'ru')).toBe(
      'Подарите другу «Кружка» к заказу. Он получит подарок, когда зарегистрируется, а вы получите 100 ₽ на баланс, когда он оплатит заказ.',
    );
    expect(member(document, 'en')).toBe(
      'Give your friend “Кружка” with the order: it is theirs when they sign up, and you get ₽100 as credit when they pay for an order.',
    );
  });

  it('is told as a reward where no rule gives a friend anything', () => {
    const plain: ProgramDocument = { ...DOCUMENT, rules: [toReferrer] };
    for (const locale of ['ru', 'en'] as const) {
      expect(member(asGift(plain), locale)).toBe(member(plain, locale));
      expect(friend(asGift(plain), locale)).toBe(friend(plain, locale));
    }
  });

  it('runs through the three steps, for the member and for the friend', () => {
    const steps = (document: ProgramDocument, to: 'member' | 'friend') =>
      howItWorks(document, { locale: 'ru', to, tierId: null }).map(({ title, text }) => `${title}: ${text}`);
    const [share, comes] = steps(asGift(both(CREDIT, MUG)), 'member');
    expect(share).toMatch(/^Подарите: /);
    expect(comes).toContain('Друг получит в подарок «Кружка» к заказу.');
    expect(steps(asGift(both(CREDIT, MUG)), 'friend')[2]).toContain('Вы получите в подарок «Кружка» к заказу');
    expect(steps(both(CREDIT, MUG), 'friend')[2]).toContain('Вы получите подарок к заказу («Кружка»)');
  });
});
