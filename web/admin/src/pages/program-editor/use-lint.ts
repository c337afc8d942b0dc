import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { ApiError, ask } from '../../api.ts';
import { type Json, pointerFromField } from '../../document/pointer.ts';
import { type Advice, type Texts, useTexts } from '../../document/program-api.ts';
import type { Problem } from './draft-context.tsx';

const SETTLED_MS = 500;

export interface Judged {
  readonly advice: readonly Advice[];
  /** Why the document cannot work at all; a document with any is not kept. */
  readonly problems: readonly Problem[];
  readonly texts: Texts | undefined;
  readonly isJudging: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** What the API says of the document as it stands, half a second after the last key. */
export function useLint(programId: string, document: Json): Judged {
  const [settled] = useDebouncedValue(document, SETTLED_MS);
  const lint = useQuery<{ readonly advice: readonly Advice[] }, Error>({
    queryKey: ['lint', programId, settled],
    queryFn: () => ask('POST', `/v1/programs/lint?programId=${programId}`, { document: settled }),
    placeholderData: (before) => before,
    gcTime: 60_000,
  });
  const texts = useTexts(settled);
  const problem = lint.error instanceof ApiError ? lint.error.problem : null;
  const problems = problemsOf(problem);
  return {
    advice: problems.length > 0 ? [] : (lint.data?.advice ?? []),
    problems,
    texts: texts.data,
    isJudging: lint.isFetching || settled !== document,
    error: lint.error !== null && problems.length === 0 ? lint.error : null,
    retry: () => void lint.refetch(),
  };
}

/** A refusal of a document, reason by reason, each at its place. */
function problemsOf(problem: ApiError['problem'] | null): readonly Problem[] {
  return (problem?.reasons ?? []).map(({ field, text }) => ({ path: pointerFromField(field), text }));
}
