import { useSessionStorage } from '@mantine/hooks';

/** Why an owner lets a warning stand, by check; kept in this tab until the programme is published. */
export function useReasons(programId: string) {
  const [kept, setKept, clear] = useSessionStorage<Readonly<Record<string, string>>>({
    key: `sarafan.reasons.${programId}`,
    defaultValue: {},
  });
  return {
    of: (check: string) => kept[check] ?? '',
    isAnswered: (check: string) => (kept[check] ?? '').trim() !== '',
    set: (check: string, text: string) => setKept((before) => ({ ...before, [check]: text })),
    clear,
    /** Only what was typed, for these checks: the API refuses answers to what it does not ask. */
    given: (checks: readonly string[]) =>
      Object.fromEntries(checks.map((check) => [check, (kept[check] ?? '').trim()] as const).filter(([, text]) => text !== '')),
  };
}
