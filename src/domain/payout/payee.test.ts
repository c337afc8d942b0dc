import { describe, expect, it } from 'vitest';
import { isCompanyInn, isPersonalInn, type PayeeDetails, payeeGaps } from './payee.ts';

const MARINA: PayeeDetails = {
  name: 'Марина Кравцова',
  taxId: '500100732259',
  registrationNumber: null,
  branchCode: null,
  account: '40817810099910004312',
  bankCode: '044525225',
};

describe('tax data of a payee', () => {
  it.each([
    ['500100732259', true],
    ['500100732258', false],
    ['50010073225', false],
    ['5001007322599', false],
    ['50010073225x', false],
  ])('checks both check digits of a person’s INN: %s → %s', (inn, isRight) => {
    expect(isPersonalInn(inn)).toBe(isRight);
  });

  it.each([
    ['7707083893', true],
    ['7707083894', false],
    ['770708389', false],
  ])('checks the check digit of a company’s INN: %s → %s', (inn, isRight) => {
    expect(isCompanyInn(inn)).toBe(isRight);
  });

  it('asks each type for what its payment and its tax need', () => {
    expect(payeeGaps('individual', 'RU', MARINA)).toEqual([]);
    expect(payeeGaps('selfEmployed', 'RU', MARINA)).toEqual([]);
    expect(payeeGaps('soleTrader', 'RU', MARINA)).toEqual(['registrationNumber']);
    expect(payeeGaps('company', 'RU', MARINA)).toEqual(['taxId', 'registrationNumber', 'branchCode']);
    expect(payeeGaps('individual', 'RU', { ...MARINA, account: '4081', bankCode: null })).toEqual(['account', 'bankCode']);
    const john = { ...MARINA, name: 'John Roe', taxId: '123-45-6789', account: '000123456789', bankCode: '021000021' };
    expect(payeeGaps('individual', 'US', john)).toEqual([]);
    expect(payeeGaps('individual', 'US', { ...john, taxId: '12-34' })).toEqual(['taxId']);
    expect(payeeGaps('company', 'DE', { ...john, account: 'DE89 3704 0044 0532 0130 00', bankCode: 'COBADEFF' })).toEqual([]);
  });
});
