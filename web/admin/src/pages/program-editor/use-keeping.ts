import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api.ts';
import { withGrantLists } from '../../document/grant-lists.ts';
import type { Json } from '../../document/pointer.ts';
import { newestVersion, type Program, programQuery, type Version } from '../../document/program-api.ts';
import { keepAnswer } from '../../keep-answer.ts';
import { showBadNumber } from '../../parts/bad-number.ts';
import type { Draft } from './draft-history.ts';

/** How what stands in this window becomes the draft that is kept, without writing over what another window has kept since. */
export interface Keeping {
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  readonly error: Error | null;
  /** What this window has read or written last. */
  readonly version: Version;
  /** Keeps what is not kept yet; gives the version as this window knows it then. */
  readonly keep: () => Promise<Version>;
  /** The same for a press: not while a number is marked wrong; what goes wrong is in `error`. */
  readonly save: () => void;
  readonly published: (program: Program) => void;
  /** The draft is gone: the version that stays is on the desk, and undo brings the draft's text back as a change to it. */
  readonly discarded: (left: Program) => void;
  /** What another window kept comes in here; undo brings the own back. */
  readonly takeTheirs: () => Promise<void>;
  /** The own is kept in place of what another window kept; undo brings theirs back. */
  readonly keepMine: () => Promise<void>;
}

interface Read {
  readonly document: Json;
  /** What this window read or wrote last: the next writing tells the server which text it was made from. */
  readonly version: Version;
}

export function readVersion(version: Version): Read {
  return { document: withGrantLists(version.document), version };
}

export function useKeeping(programId: string, { draft, first, mayChange }: KeepingOf): Keeping {
  const [read, setRead] = useState<Read>(first);
  const isDirty = JSON.stringify(draft.document) !== JSON.stringify(read.document);
  const save = useSave(programId, draft.document, setRead);
  const theirs = useFetched(programId);
  const take = (found: Read) => {
    draft.replace(found.document);
    setRead(found);
    save.reset();
  };
  const keep = () => (isDirty && mayChange ? save.mutateAsync(read.version) : Promise.resolve(read.version));
  return {
    isDirty,
    isSaving: save.isPending,
    error: save.error,
    version: read.version,
    keep,
    save: () => showBadNumber() || void keep().catch(() => undefined),
    published: (next) => setRead({ ...read, version: newestOf(next) }),
    discarded: (left) => take(readVersion(newestOf(left))),
    takeTheirs: async () => take(await theirs()),
    keepMine: async () => {
      const mine = draft.document;
      const found = await theirs();
      draft.replace(found.document);
      draft.replace(mine);
      setRead(found);
      await save.mutateAsync(found.version);
    },
  };
}

interface KeepingOf {
  readonly draft: Draft;
  readonly first: Read;
  readonly mayChange: boolean;
}

/** The programme as it is kept now. */
function useFetched(programId: string) {
  const queries = useQueryClient();
  return async (): Promise<Read> => readVersion(newestOf(await queries.fetchQuery({ ...programQuery(programId), staleTime: 0 })));
}

/** Into the draft that was read, else as a new version: what is published never changes. */
function useSave(programId: string, document: Json, onKept: (read: Read) => void) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useMutation<Version, Error, Version>({
    mutationFn: async ({ status, number, documentHash }) => {
      const path = `/v1/programs/${programId}/versions`;
      const body = { document, documentHash };
      const kept = status === 'draft' ? await ask<Program>('PUT', `${path}/${number}`, body) : await ask<Program>('POST', path, body);
      const version = newestOf(kept);
      onKept({ document, version });
      await keepAnswer(queries, ['program', programId], kept);
      await queries.invalidateQueries({ queryKey: ['programs'] });
      notifications.show({ message: t('editor.saved'), withCloseButton: false });
      return version;
    },
  });
}

function newestOf(program: Program): Version {
  const version = newestVersion(program);
  if (version === undefined) throw new Error('a programme has a version from its first day');
  return version;
}
