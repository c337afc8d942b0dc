import { pause } from './pause.ts';

const CLEAN_EVERY_MS = 3_600_000;

export interface Poll {
  /** Milliseconds between the end of one turn and the next. */
  readonly everyMs: number;
  /** One turn; ends early when `stop` is aborted. */
  readonly work: (stop: AbortSignal) => Promise<void>;
  /** After the first turn that went well, then once an hour. */
  readonly clean: () => Promise<void>;
  /** A turn that failed; the next comes all the same. */
  readonly onTrouble: (error: unknown) => void;
}

export interface RunningPoll {
  /** Ends with the turn under way. */
  readonly stop: () => Promise<void>;
}

/** Takes turns for as long as the process lives. */
export function startPoll({ everyMs, work, clean, onTrouble }: Poll): RunningPoll {
  const stop = new AbortController();
  let cleanedAtMs = Number.NEGATIVE_INFINITY;
  const turn = async (): Promise<void> => {
    await work(stop.signal);
    if (performance.now() - cleanedAtMs <= CLEAN_EVERY_MS) return;
    cleanedAtMs = performance.now();
    await clean();
  };
  const loop = async (): Promise<void> => {
    while (!stop.signal.aborted) {
      await turn().then(undefined, onTrouble);
      if (!stop.signal.aborted) await pause(everyMs, stop.signal);
    }
  };
  const running = loop();
  return {
    stop: async () => {
      stop.abort();
      await running;
    },
  };
}
