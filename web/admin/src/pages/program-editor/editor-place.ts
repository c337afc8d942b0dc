export const TABS = ['rules', 'tiers', 'perks', 'limits', 'words', 'check', 'versions', 'json'] as const;
export type Tab = (typeof TABS)[number];

interface EditorPlace {
  readonly tab?: Tab;
}

export function readEditorPlace(search: Record<string, unknown>): EditorPlace {
  const tab = TABS.find((each) => each === search['tab']);
  return tab === undefined ? {} : { tab };
}
