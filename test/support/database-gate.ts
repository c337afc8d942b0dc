import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseAccess } from '../../src/database/open-database.ts';
import { atFileEnd } from './file-end.ts';

/** A gate between the program and its database: open, refusing as a stopped server does, or silent as a dead network is. */
export interface DatabaseGate {
  readonly access: DatabaseAccess;
  set(state: GateState): void;
}

export type GateState = 'open' | 'refusing' | 'silent';

export async function openDatabaseGate(access: DatabaseAccess): Promise<DatabaseGate> {
  const directory = mkdtempSync(join(tmpdir(), 'sarafan-gate-'));
  const target = join(String(access.app.host), '.s.PGSQL.5432');
  const pairs = new Map<Socket, Socket>();
  let state: GateState = 'open';
  const server = createServer((inner) => {
    if (state === 'refusing') return inner.destroy();
    const outer = connect(target);
    pairs.set(inner, outer);
    inner.on('data', (part) => state === 'open' && outer.write(part));
    outer.on('data', (part) => state === 'open' && inner.write(part));
    for (const [one, other] of [[inner, outer] as const, [outer, inner] as const]) {
      one.on('error', () => other.destroy());
      one.on('close', () => {
        other.destroy();
        pairs.delete(inner);
      });
    }
    return undefined;
  });
  await new Promise<void>((resolve) => server.listen(join(directory, '.s.PGSQL.5432'), resolve));
  const cut = (): void => {
    for (const [inner, outer] of pairs) {
      inner.destroy();
      outer.destroy();
    }
  };
  atFileEnd(() => {
    cut();
    server.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return {
    access: { ...access, app: { ...access.app, host: directory } },
    set: (next) => {
      // What was swallowed in silence cannot be mended: those connections are dead, as after a real outage.
      if (next === 'refusing' || state === 'silent') cut();
      state = next;
    },
  };
}
