/** The forms of the editor against the wire schema: a field of the document that no form reaches fails here. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { programDocumentSchema } from '../../src/contract/program-document-schema.ts';
import { SECTIONS } from '../../web/admin/src/pages/program-editor/shape-sections.ts';
import type { Field, Shape } from '../../web/admin/src/pages/program-editor/shape-type.ts';

type Schema = Readonly<Record<string, unknown>>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);
const schemasOf = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value.filter(isSchema) : []);

/** Every field the wire knows; items of a list under `*`. One grant may stand without its list: forms always write the list. */
function wirePaths(schema: Schema, path = ''): readonly string[] {
  const all = [...schemasOf(schema['anyOf']), ...schemasOf(schema['oneOf'])];
  const lists = all.filter(({ type }) => type === 'array');
  const branches = (lists.length > 0 ? lists : all).flatMap((branch) => wirePaths(branch, path));
  const items = isSchema(schema['items']) ? wirePaths(schema['items'], `${path}/*`) : [];
  const properties = isSchema(schema['properties']) ? schema['properties'] : {};
  const fields = Object.entries(properties).flatMap(([name, child]) =>
    isSchema(child) ? [`${path}/${name}`, ...wirePaths(child, `${path}/${name}`)] : [],
  );
  return [...branches, ...items, ...fields];
}

interface Reached {
  readonly paths: Set<string>;
  /** Places that one control holds whole. */
  readonly controls: Set<string>;
}

function reach(shape: Shape, path: string, into: Reached): void {
  switch (shape.kind) {
    case 'object':
      reachFields(shape.fields, path, into);
      return;
    case 'list':
      reach(shape.item, `${path}/*`, into);
      return;
    case 'oneOf':
      reachFields(shape.options, path, into);
      return;
    case 'byKind':
      into.paths.add(`${path}/kind`);
      into.controls.add(`${path}/kind`);
      for (const option of shape.options) reachFields(option.fields, path, into);
      return;
    default:
      into.controls.add(path);
  }
}

function reachFields(fields: readonly Field[], path: string, into: Reached): void {
  for (const field of fields) {
    if ('either' in field) reachFields(field.options, path, into);
    else {
      into.paths.add(`${path}/${field.name}`);
      reach(field.shape, `${path}/${field.name}`, into);
    }
  }
}

describe('the forms of the editor', () => {
  const schema: unknown = z.toJSONSchema(programDocumentSchema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
  const wire = new Set(isSchema(schema) ? wirePaths(schema) : []);
  const reached: Reached = { paths: new Set(), controls: new Set() };
  for (const fields of Object.values(SECTIONS)) reachFields(fields, '', reached);
  const isHeld = (path: string): boolean =>
    reached.paths.has(path) || [...reached.controls].some((control) => path === control || path.startsWith(`${control}/`));

  it('reach every field of the document', () => {
    expect(wire.size).toBeGreaterThan(150);
    expect([...wire].filter((path) => !isHeld(path))).toEqual([]);
  });

  it('write nothing the document does not know', () => {
    expect([...reached.paths].filter((path) => !wire.has(path))).toEqual([]);
  });
});
