/** Whose rules hold for what is kept on a visitor's device. */
import type { Region } from '../friend-page/page-settings.store.ts';

const RUSSIAN_ZONES: ReadonlySet<string> = new Set(
  `Europe/Kaliningrad Europe/Moscow Europe/Kirov Europe/Volgograd Europe/Astrakhan Europe/Saratov Europe/Ulyanovsk Europe/Samara
   Asia/Yekaterinburg Asia/Omsk Asia/Novosibirsk Asia/Barnaul Asia/Tomsk Asia/Novokuznetsk Asia/Krasnoyarsk Asia/Irkutsk Asia/Chita
   Asia/Yakutsk Asia/Khandyga Asia/Vladivostok Asia/Ust-Nera Asia/Magadan Asia/Sakhalin Asia/Srednekolymsk Asia/Kamchatka
   Asia/Anadyr`.split(/\s+/),
);
const EUROPEAN = /^(Europe\/|Atlantic\/(Reykjavik|Canary|Madeira|Azores)$|Asia\/Nicosia$)/;
const FAR = /^(Africa|America|Antarctica|Asia|Australia|Indian|Pacific)\//;

/** What the owner said, else what the time zone tells; where it tells nothing, the strictest. */
export function regionOf(said: Region | null, timeZone: string): Region {
  if (said !== null) return said;
  if (RUSSIAN_ZONES.has(timeZone)) return 'ru';
  return !EUROPEAN.test(timeZone) && FAR.test(timeZone) ? 'other' : 'eu';
}

/** Whether the click's id may be kept in the browser before anybody was asked (Directive 2002/58/EC, art. 5(3); UK PECR reg. 6). */
export function storageOf(region: Region): 'ask' | 'allow' {
  return region === 'eu' ? 'ask' : 'allow';
}
