import { useParams } from '@tanstack/react-router';
import { newestVersion, type Program, useProgram } from '../../document/program-api.ts';
import { Answer } from '../../parts/answer.tsx';
import { EditorDesk } from './editor-desk.tsx';

/** A programme under the owner's hands. */
export function EditorPage() {
  const { id } = useParams({ from: '/frame/programs/$id' });
  const program = useProgram(id);
  return <Answer query={program}>{(found) => <Opened key={found.id} program={found} />}</Answer>;
}

function Opened({ program }: { readonly program: Program }) {
  const version = newestVersion(program);
  return version === undefined ? null : <EditorDesk program={program} version={version} />;
}
