/** How the road cuts what waits into batches. Tests take smaller numbers, so that few events meet every seam. */
export interface RoadLimits {
  readonly batchEvents: number;
  /** Above this a crowd of requests is taken in two halves: one is read from the network and answered while the other is decided. */
  readonly crowdEvents: number;
  /** Smaller batches are written at once, and wait for those before them: a statement more costs more than it hides. */
  readonly halvedEvents: number;
  /** After so many decisions what came from the network, and what goes to the database, has its turn. */
  readonly turnEvents: number;
  /** What a chain of batches has read stays in memory to its end. */
  readonly chainEvents: number;
  /** After another process has made a decided batch worthless, or a batch has failed, so many chains are of one batch. */
  readonly chainsAlone: number;
  /** Beyond this the caller is told to come back: a queue without a bound only hides an outage. */
  readonly queueEvents: number;
}

export const ROAD_LIMITS: RoadLimits = {
  batchEvents: 500,
  crowdEvents: 128,
  halvedEvents: 64,
  turnEvents: 8,
  chainEvents: 4_000,
  chainsAlone: 64,
  queueEvents: 20_000,
};
