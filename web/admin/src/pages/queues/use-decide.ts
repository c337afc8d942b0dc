import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, ask } from '../../api.ts';
import type { Reward, Texts } from '../person/person-api.ts';

export type Act = 'approve' | 'deny' | 'deliver';

interface Decided {
  readonly results: readonly { readonly id: string; readonly problem: { readonly text: Texts } | null }[];
}

interface State {
  readonly all: number;
  readonly done: number;
  readonly isRunning: boolean;
  readonly failed: readonly { readonly reward: Reward; readonly text: Texts }[];
}

/** So many go in one request: between two of them the progress is seen. */
const AT_ONCE = 20;
const NOTHING: State = { all: 0, done: 0, isRunning: false, failed: [] };

/** Decides many rewards, part after part; one that cannot be decided stops none of the others. */
export function useDecide() {
  const queries = useQueryClient();
  const [state, setState] = useState<State>(NOTHING);
  const run = async (act: Act, rewards: readonly Reward[], reason?: string): Promise<void> => {
    if (rewards.length === 0) return;
    const failed: State['failed'][number][] = [];
    setState({ all: rewards.length, done: 0, isRunning: true, failed });
    for (let from = 0; from < rewards.length; from += AT_ONCE) {
      const part = rewards.slice(from, from + AT_ONCE);
      failed.push(...(await decidePart(act, part, reason)));
      setState({ all: rewards.length, done: from + part.length, isRunning: true, failed: [...failed] });
    }
    await queries.invalidateQueries({ queryKey: ['queues'] });
    setState({ all: rewards.length, done: rewards.length, isRunning: false, failed });
  };
  return { ...state, run: (act: Act, rewards: readonly Reward[], reason?: string) => void run(act, rewards, reason) };
}

async function decidePart(act: Act, part: readonly Reward[], reason: string | undefined): Promise<State['failed']> {
  const body = { act, ids: part.map(({ id }) => id), ...(reason === undefined || reason === '' ? {} : { reason }) };
  const answered = await ask<Decided>('POST', '/v1/rewards/decide', body).catch((error: unknown) => error);
  if (answered instanceof ApiError) return part.map((reward) => ({ reward, text: answered.problem.text }));
  if (answered instanceof Error) throw answered;
  const problems = new Map((answered as Decided).results.map(({ id, problem }) => [id, problem]));
  return part.flatMap((reward) => {
    const problem = problems.get(reward.id);
    return problem === undefined || problem === null ? [] : [{ reward, text: problem.text }];
  });
}
