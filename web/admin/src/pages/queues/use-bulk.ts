import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api.ts';
import type { Texts } from '../person/person-api.ts';

export interface Failed<Row> {
  readonly row: Row;
  readonly text: Texts;
}

interface State<Row> {
  readonly all: number;
  readonly done: number;
  readonly isRunning: boolean;
  readonly failed: readonly Failed<Row>[];
}

/** Does a part of the rows; answers which could not be done, and why. */
type Part<Row> = (rows: readonly Row[]) => Promise<readonly Failed<Row>[]>;

export interface Bulk<Row> extends State<Row> {
  readonly run: (rows: readonly Row[], act: Part<Row>, atOnce?: number) => void;
  /** What is under way is finished, the rest is left as it is. */
  readonly stop: () => void;
}

/** Does many rows, part after part; one that cannot be done stops none of the others. It goes on when its page is left, and tells at the end. */
export function useBulk<Row>(): Bulk<Row> {
  const queries = useQueryClient();
  const { t } = useTranslation();
  const [state, setState] = useState<State<Row>>({ all: 0, done: 0, isRunning: false, failed: [] });
  const isStopped = useRef(false);
  const isLeft = useRef(false);
  useEffect(() => {
    isLeft.current = false;
    return () => {
      isLeft.current = true;
    };
  }, []);
  useEffect(() => {
    if (!state.isRunning) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [state.isRunning]);
  const run = async (rows: readonly Row[], act: Part<Row>, atOnce: number): Promise<void> => {
    if (rows.length === 0) return;
    isStopped.current = false;
    let failed: readonly Failed<Row>[] = [];
    let done = 0;
    setState({ all: rows.length, done, isRunning: true, failed });
    while (done < rows.length && !isStopped.current) {
      const part = rows.slice(done, done + atOnce);
      failed = [...failed, ...(await act(part))];
      done += part.length;
      setState({ all: rows.length, done, isRunning: true, failed });
    }
    await queries.invalidateQueries({ queryKey: ['queues'] });
    setState({ all: rows.length, done, isRunning: false, failed });
    if (isLeft.current) notifications.show({ message: t('queues.doneAway', { count: done - failed.length, failed: failed.length }) });
  };
  return {
    ...state,
    run: (rows, act, atOnce = 1) => void run(rows, act, atOnce),
    stop: () => {
      isStopped.current = true;
    },
  };
}

/** Rows one by one, each by a request of its own. */
export function eachBy<Row>(act: (row: Row) => Promise<unknown>): Part<Row> {
  return async (rows) => {
    const failed: Failed<Row>[] = [];
    for (const row of rows) {
      const text = await refusalOf(act(row));
      if (text !== null) failed.push({ row, text });
    }
    return failed;
  };
}

/** Why the API would not; null when it did. Anything else is an error of ours. */
export async function refusalOf(asked: Promise<unknown>): Promise<Texts | null> {
  try {
    await asked;
    return null;
  } catch (error) {
    if (error instanceof ApiError) return error.problem.text;
    throw error;
  }
}
