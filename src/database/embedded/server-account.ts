import { spawn } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { getgid, getuid } from 'node:process';

/** The system account PostgreSQL runs under. PostgreSQL refuses root, so for root it is `nobody`. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
  readonly isOwn: boolean;
}

/** Names of the system accounts that may connect: the one Sarafan runs under, and root, which may read everything anyway. */
export function listClientAccounts(): readonly string[] {
  return [...new Set(['root', userInfo().username])];
}

/** For root it is the owner of the database already there, whoever made it, else `nobody`. */
export async function chooseServerAccount(dataDirectory: string): Promise<ServerAccount> {
  const uid = getuid?.() ?? 0;
  if (uid !== 0) return { uid, gid: getgid?.() ?? 0, isOwn: true };
  const made = await stat(join(dataDirectory, 'postgres')).catch(() => undefined);
  if (made !== undefined && made.uid !== 0) return { uid: made.uid, gid: made.gid, isOwn: false };
  return { ...(await findNobody()), isOwn: false };
}

async function findNobody(): Promise<{ readonly uid: number; readonly gid: number }> {
  const accounts = await readFile('/etc/passwd', 'utf8');
  const fields = accounts
    .split('\n')
    .find((line) => line.startsWith('nobody:'))
    ?.split(':');
  return { uid: Number(fields?.[2] ?? 65_534), gid: Number(fields?.[3] ?? 65_534) };
}

/** Runs a program under the account to its end and collects what it says. A program that cannot be started has no exit code. */
export function runAs(
  account: ServerAccount,
  command: readonly [string, ...string[]],
  cwd = '/',
): Promise<{ readonly exitCode: number | null; readonly output: string }> {
  const [program, ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...spawnIdentity(account), cwd, env: serverEnvironment, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr.on('data', (part: Buffer) => (output += part.toString()));
    child.on('error', (error) => resolve({ exitCode: null, output: error.message }));
    child.on('close', (exitCode) => resolve({ exitCode, output }));
  });
}

/** Nothing of the parent's environment reaches PostgreSQL: a PGDATA or a locale there would change what it does. */
export const serverEnvironment = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' };

export function spawnIdentity(account: ServerAccount): { readonly uid?: number; readonly gid?: number } {
  return account.isOwn ? {} : { uid: account.uid, gid: account.gid };
}
