// The redirect alone in a process of its own, so that a test can kill it: node click-server.mjs <access as JSON>
import process from 'node:process';
import Fastify from 'fastify';
import { createClicks } from '../../dist/clicks/clicks.js';
import { registerClickRoutes } from '../../dist/clicks/clicks.routes.js';
import { clickPoolLimits } from '../../dist/clicks/held-connection.store.js';
import { systemClock } from '../../dist/clock.js';
import { openDatabase } from '../../dist/database/open-database.js';

const { pool } = openDatabase(JSON.parse(process.argv[2] ?? '{}'), { limits: clickPoolLimits });
const clicks = createClicks({ pool, clock: systemClock });
const app = Fastify();
registerClickRoutes(app, clicks);
await clicks.start();
process.stdout.write(`${JSON.stringify({ url: await app.listen({ host: '127.0.0.1', port: 0 }) })}\n`);
