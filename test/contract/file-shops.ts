/** The database that all shops of a test file share; their books are checked together at its end. */
import type { TenantId } from '../../src/domain/ids.ts';
import { type Api, openApi } from '../support/api.ts';
import { atFileEnd } from '../support/file-end.ts';
import { expectAllSound } from '../support/sound.ts';

interface FileShops {
  readonly api: Api;
  /** Of each shop opened so far. */
  readonly tenantIds: TenantId[];
}

let ofFile: Promise<FileShops> | undefined;

export function shopsOfFile(): Promise<FileShops> {
  ofFile ??= openShops();
  return ofFile;
}

async function openShops(): Promise<FileShops> {
  atFileEnd(() => {
    ofFile = undefined;
  });
  const api = await openApi();
  const tenantIds: TenantId[] = [];
  atFileEnd(() => expectAllSound(api.test, tenantIds));
  return { api, tenantIds };
}
