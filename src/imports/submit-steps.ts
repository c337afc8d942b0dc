import { assert } from '../domain/result.ts';
import type { Submission, SubmissionResult } from '../intake/submission.ts';
import { StartRefused } from '../start-refused.ts';
import type { ErrorReport } from './error-report.ts';
import type { ImportProblem } from './import-problem.ts';
import type { ImportDeps, ImportRequest } from './import-request.ts';
import type { ImportRun } from './import-run.store.ts';
import type { ImportPass, ImportStep, ImportTally } from './import-step.ts';
import type { ImportProgress } from './progress.ts';
import type { Rehearsal } from './rehearsal.ts';

/** One transaction of the road. */
const BATCH_SUBMISSIONS = 500;
/** Of rows that come to nothing a batch may hold more, but not without end. */
const BATCH_STEPS_MAX = 5_000;
/** One is written, one is decided, one is read for (ADR 0020), and the next is on its way out of the file. */
const BATCHES_IN_FLIGHT = 3;
const SAVE_EVERY_BATCHES = 8;

export interface PassRunOptions {
  readonly deps: ImportDeps;
  readonly request: ImportRequest;
  readonly pass: ImportPass;
  /** Of a dry run: answers in place of the road. */
  readonly rehearsal: Rehearsal;
  readonly report: ErrorReport;
  readonly progress: ImportProgress;
  readonly save: (point: ImportRun) => Promise<void>;
  readonly sizeBytes: number;
}

interface Batch {
  readonly steps: readonly ImportStep[];
  /** How many were read for it; `prepare` may have left some out. */
  readonly stepCount: number;
  readonly last: ImportStep;
  readonly results: Promise<readonly SubmissionResult[]>;
}

type Fate = 'imported' | 'known' | 'skipped' | 'failed';

/** One pass over a file: reads ahead, submits in order, counts in order, and remembers from time to time how far it has come. */
export class PassRun {
  readonly #options: PassRunOptions;
  readonly #run: ImportRun;
  readonly #tally: { -readonly [K in keyof ImportTally]: ImportTally[K] };
  #reading: ImportRun['reading'];
  #rowNumber: number;
  #byteOffset: number;
  #itemsDone: number;
  #lastSequence: bigint;
  #unsavedBatches = 0;

  /** Goes on where `run` stands. */
  constructor(options: PassRunOptions, run: ImportRun) {
    this.#options = options;
    this.#run = run;
    this.#tally = { ...run.tally };
    this.#reading = run.reading;
    this.#rowNumber = run.rowNumber;
    this.#byteOffset = run.byteOffset;
    this.#itemsDone = run.itemsDone;
    this.#lastSequence = run.lastSequence;
  }

  /** Resolves at the end of the pass or where the request was stopped, with everything before that point stored. */
  async run(): Promise<ImportRun> {
    const { pass, request } = this.#options;
    const reading = this.#reading ?? (await pass.chooseReading());
    this.#reading = reading;
    const from = this.#byteOffset === 0 ? undefined : { rowNumber: this.#rowNumber, byteOffset: this.#byteOffset };
    const steps = pass.steps({ reading, from, itemsDone: this.#itemsDone, onShare: (share) => this.#show(share) });
    const inFlight: Batch[] = [];
    for await (const batch of batchesOf(steps)) {
      if (request.stop.aborted) break;
      inFlight.push(await this.#submit(batch));
      const oldest = inFlight.length > BATCHES_IN_FLIGHT ? inFlight.shift() : undefined;
      if (oldest !== undefined) await this.#settle(oldest);
    }
    for (const batch of inFlight) await this.#settle(batch);
    await this.#save();
    return this.#point();
  }

  #point(): ImportRun {
    return {
      ...this.#run,
      reading: this.#reading,
      rowNumber: this.#rowNumber,
      byteOffset: this.#byteOffset,
      itemsDone: this.#itemsDone,
      lastSequence: this.#lastSequence,
      reportBytes: this.#options.report.byteCount,
      tally: { ...this.#tally },
    };
  }

  async #submit(read: readonly ImportStep[]): Promise<Batch> {
    const { pass, deps, request, rehearsal } = this.#options;
    const last = read.at(-1);
    assert(last !== undefined, 'a batch is never empty');
    const steps = pass.prepare === undefined ? read : await pass.prepare(read);
    const submissions = steps.flatMap((step) => step.submission ?? []);
    const results = request.isDryRun ? rehearsal.answer(submissions) : deps.intake.submit(submissions);
    return { steps, stepCount: read.length, last, results };
  }

  async #settle(batch: Batch): Promise<void> {
    const results = (await batch.results).values();
    for (const step of batch.steps) {
      if (step.problems.length > 0) await this.#report(step.problems);
      if (step.submission === null) this.#count(step, step.problems.length === 0 ? 'skipped' : 'failed');
      else {
        const result = results.next().value;
        assert(result !== undefined, 'the road answers each submission');
        if (result.kind === 'answered') this.#countAnswered(step, step.submission, result);
        else await this.#settleRefused(step, result.problem.code);
      }
    }
    const { next, share } = batch.last;
    this.#rowNumber = next.rowNumber;
    this.#byteOffset = next.byteOffset;
    this.#itemsDone += batch.stepCount;
    this.#show(share);
    this.#unsavedBatches += 1;
    if (this.#unsavedBatches >= SAVE_EVERY_BATCHES) await this.#save();
  }

  async #settleRefused(step: ImportStep, code: string): Promise<void> {
    if (code === 'intake_overloaded')
      throw new StartRefused('The database does not answer. Run the same command again: it goes on from here.');
    await this.#report([{ rowNumber: step.rowNumber, ...step.explain(code) }]);
    this.#count(step, 'failed');
  }

  /** A repeated event answers with the sequence it has: one not above all counted so far was stored before. */
  #countAnswered(step: ImportStep, { body }: Submission, { answer, sequence }: Extract<SubmissionResult, { kind: 'answered' }>): void {
    const isNew = sequence !== null && sequence > this.#lastSequence;
    if (isNew) {
      this.#lastSequence = sequence;
      if (body.type === 'order.refunded' && answer.includes('"outcome":"parked"')) this.#tally.waiting += 1;
    }
    this.#count(step, isNew ? 'imported' : 'known');
  }

  async #report(problems: readonly ImportProblem[]): Promise<void> {
    this.#tally.problems += problems.length;
    await this.#options.report.write(problems);
  }

  #count(step: ImportStep, fate: Fate): void {
    this.#tally.rows += step.rowCount;
    this.#tally[fate] += step.rowCount;
  }

  #show(share: number): void {
    const { progress, sizeBytes } = this.#options;
    const { rows, problems } = this.#tally;
    progress.update({ bytesDone: Math.round((this.#run.pass + share) * sizeBytes), rowCount: rows, problemCount: problems });
  }

  async #save(): Promise<void> {
    await this.#options.report.flush();
    await this.#options.save(this.#point());
    this.#unsavedBatches = 0;
  }
}

/** Batches of one transaction each, never cut inside a group. */
async function* batchesOf(steps: AsyncIterable<ImportStep>): AsyncGenerator<readonly ImportStep[]> {
  let batch: ImportStep[] = [];
  let submissionCount = 0;
  for await (const step of steps) {
    const isSameGroup = step.group !== null && step.group === batch.at(-1)?.group;
    const isFull = submissionCount >= BATCH_SUBMISSIONS && !isSameGroup;
    if (isFull || batch.length >= BATCH_STEPS_MAX) {
      yield batch;
      batch = [];
      submissionCount = 0;
    }
    batch.push(step);
    if (step.submission !== null) submissionCount += 1;
  }
  if (batch.length > 0) yield batch;
}
