/**
 * ISO 4217 list one, active codes by their number of minor digits. Metals, units of account, the test code and
 * "no currency" are left out: they have no minor unit, so nobody can owe them.
 */
export const CODES_BY_MINOR_DIGITS: ReadonlyArray<readonly [minorDigits: number, codes: string]> = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [
    2,
    `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW
     CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF
     IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
     MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP
     SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER
     ZAR ZMW ZWG`,
  ],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

/** Signs a reader of both languages knows; any other currency is written as its code. */
export const SIGN_BY_CODE: ReadonlyMap<string, string> = new Map([
  ['AMD', '֏'],
  ['AZN', '₼'],
  ['EUR', '€'],
  ['GBP', '£'],
  ['GEL', '₾'],
  ['INR', '₹'],
  ['JPY', '¥'],
  ['KZT', '₸'],
  ['RUB', '₽'],
  ['TRY', '₺'],
  ['UAH', '₴'],
  ['USD', '$'],
]);
