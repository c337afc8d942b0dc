import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { Db } from './database/schema.ts';
import type { Intake } from './intake/submission.ts';

/** What the routes of every room work with. */
export interface ServerDeps {
  readonly db: Db;
  readonly intake: Intake;
  readonly clock: Clock;
  /** Start of every link, without a trailing slash. */
  readonly publicUrl: string;
  readonly logger: Logger;
}
