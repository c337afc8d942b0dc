import type { LocalizedText, ProgramDocument } from '../domain/program/document.ts';
import { rulesFor } from '../domain/program/program-rules.ts';
import { grantWords } from './benefit-words.ts';
import { conditionWords } from './condition-words.ts';
import { capitalized, inBoth } from './wording.ts';

export interface FriendOffer {
  readonly text: LocalizedText;
  readonly conditions: readonly LocalizedText[];
}

/** What a programme gives a friend of a member in that tier, in the order of its rules. What the referrer gets is not told here. */
export function friendOffers(document: ProgramDocument, tierId: string | null): readonly FriendOffer[] {
  return rulesFor(document, tierId).flatMap((rule) =>
    rule.grant
      .filter((grant) => grant.to === 'friend')
      .map((grant) => ({
        text: inBoth((locale) => capitalized(grantWords(grant, { document, locale, as: 'named' }))),
        conditions: rule.if.map((condition) => inBoth((locale) => capitalized(conditionWords(condition, document, locale)))),
      })),
  );
}
