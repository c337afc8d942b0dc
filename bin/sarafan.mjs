#!/usr/bin/env node
import { setUp } from '../scripts/setup.mjs';

try {
  setUp();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
await import('../dist/cli/main.js');
