/** Run by vitest anew for each test file, before it: so its hook comes after all of the file's own. */
import { afterAll } from 'vitest';
import { endFile } from './file-end.ts';

afterAll(endFile);
