/** Work that nobody asks for: each job runs by itself, one run at a time, until stopped. A failed run is reported and tried again. */
export interface Job {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<void>;
}

export interface RunningJobs {
  /** Resolves when the run in progress has ended; none starts afterwards. */
  readonly stop: () => Promise<void>;
}

export function startJobs(jobs: readonly Job[], onError: (name: string, error: unknown) => void): RunningJobs {
  const stops = jobs.map((job) => startJob(job, onError));
  return {
    stop: async () => {
      await Promise.all(stops.map((stop) => stop()));
    },
  };
}

function startJob(job: Job, onError: (name: string, error: unknown) => void): () => Promise<void> {
  let isStopped = false;
  let wake: () => void = () => undefined;
  const loop = async (): Promise<void> => {
    while (!isStopped) {
      await job.run().catch((error: unknown) => onError(job.name, error));
      if (isStopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, job.everyMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = loop();
  return async () => {
    isStopped = true;
    wake();
    await running;
  };
}
