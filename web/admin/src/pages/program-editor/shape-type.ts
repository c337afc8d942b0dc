/** What a part of a programme's document is, as a form. */
import type { Json } from '../../document/pointer.ts';

export type Shape =
  | {
      readonly kind:
        | 'text'
        | 'localized'
        | 'longLocalized'
        | 'whole'
        | 'digits'
        | 'percent'
        | 'money'
        | 'amount'
        | 'flag'
        | 'onlyTrue'
        | 'strings'
        | 'instant'
        | 'trigger'
        | 'hoursByTier';
    }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'ref' | 'refs'; readonly of: 'perks' | 'rules' | 'tiers' }
  | { readonly kind: 'many'; readonly options: readonly string[] }
  | { readonly kind: 'object'; readonly fields: readonly Field[] }
  /** `cards`: each item folds away under its name. */
  | { readonly kind: 'list'; readonly item: Shape; readonly blank: Json; readonly name: string; readonly look: 'cards' | 'boxes' }
  /** An object with exactly one of these fields. */
  | { readonly kind: 'oneOf'; readonly options: readonly Option[] }
  /** An object whose `kind` says what else it holds. */
  | {
      readonly kind: 'byKind';
      readonly options: readonly { readonly value: string; readonly fields: readonly Field[]; readonly blank: Json }[];
    };

/** `label` names the texts, the field's own name when absent. */
export interface Named {
  readonly name: string;
  readonly shape: Shape;
  readonly label?: string;
}

export interface Option extends Named {
  readonly blank: Json;
}

export type Field =
  | (Named & { readonly optional?: true; readonly blank?: Json })
  /** One of several fields of the same object. */
  | { readonly either: string; readonly options: readonly Option[]; readonly optional?: true };
