/**
 * Who took a list along, in the audit chain: which list, how it was narrowed, and how many rows. Written before the last rows leave, and for a
 * list of several pages also before the first: neither a download that is cut off nor a process that ends takes rows unseen.
 */
import type { Call } from '../contract/route.ts';
import type { ServerDeps } from '../server-deps.ts';
import { noteAct } from '../staff/note-act.ts';
import type { TableSource } from './table-list.ts';

interface Taken {
  readonly source: TableSource;
  readonly fileName: string;
  /** Without anything personal: the chain cannot be cut. */
  readonly filter: object;
}

interface NotedExport {
  /** The same list, whose pages are counted as they are read. */
  readonly source: TableSource;
  /** The same pieces; an end before the last row is noted with what had left by then. */
  readonly untilCutOff: (pieces: AsyncGenerator<string>) => AsyncGenerator<string>;
  /** What was read was not sent. */
  readonly refused: () => Promise<void>;
}

export function noteExport(
  deps: Pick<ServerDeps, 'db' | 'clock'>,
  call: Pick<Call, 'caller'>,
  { source, fileName, filter }: Taken,
): NotedExport {
  let rows = 0;
  let pages = 0;
  let isWhole = false;
  const write = (act: 'export-started' | 'exported' | 'export-cut-off', more: object) =>
    noteAct(deps, call, { act, subject: fileName, before: null, after: { ...filter, ...more } });
  return {
    source: {
      headers: source.headers,
      page: async (place) => {
        const page = await source.page(place);
        pages += 1;
        rows += page.rows.length;
        isWhole = page.next === null;
        if (isWhole) await write('exported', { rows });
        else if (pages === 1) await write('export-started', {});
        return page;
      },
    },
    untilCutOff: async function* (pieces) {
      try {
        yield* pieces;
      } finally {
        if (!isWhole && rows > 0) await write('export-cut-off', { rows });
      }
    },
    refused: () => write('export-cut-off', { rows: 0 }),
  };
}
