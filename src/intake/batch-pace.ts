/** After so many decisions what came from the network, and what goes to the database, has its turn. */
const TURN_EVENTS = 16;
/** Smaller batches are written at once: a second write costs more than it hides. */
const HALVED_EVENTS_MIN = 64;

/**
 * To be awaited before each event of a batch is decided. At half of a large batch `saveSoFar` is called once, so that the database
 * writes the first half while the second is decided.
 */
export async function keepPace(index: number, length: number, saveSoFar: () => void): Promise<void> {
  if (length >= HALVED_EVENTS_MIN && index === Math.ceil(length / 2)) saveSoFar();
  if (index > 0 && index % TURN_EVENTS === 0) await new Promise((resolve) => setImmediate(resolve));
}
