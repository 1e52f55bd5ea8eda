import { line } from '@nocgia/schemas/events/common.ts';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { foldName } from '@nocgia/schemas/text/fold.ts';
import { v7 } from 'uuid';
import type { Scope } from '../../access/scope.ts';
import { parsed } from '../../event-store/deciding.ts';
import { checkImport, importOf } from './commands.ts';
import type { ImportDeps } from './deps.ts';
import type { FieldName } from './fields.ts';
import { missingFields, type ColumnMapping } from './mapping.ts';
import type { FoundColumn } from '../../tables/headings.ts';
import { describe } from './queries.ts';
import type { RelationCodes } from './relation-codes.ts';
import type { Db } from '../../tables/one-at-a-time.ts';
import { updateImport, type ImportRecord } from './store.ts';

/** Which column is which, by heading, for files of one kind. */
export interface MappingTemplate {
  id: string;
  name: string;
  /** All headings of the file it was made from, as they are compared. */
  headings: string[];
  fields: { heading: string; field: FieldName; relations?: RelationCodes }[];
}

type Headed = Pick<FoundColumn, 'index' | 'heading'>;

const shownColumns = 'id, name, headings, fields';

/** Templates of a ward by name. */
export async function templatesOf(db: Db, ward: number): Promise<MappingTemplate[]> {
  const { rows } = await db.query<MappingTemplate>(
    `select ${shownColumns} from app.import_templates where ward = $1 order by name`,
    [ward],
  );
  return rows;
}

/** Headings by which columns are told apart: folded, the second of one name numbered. Columns without a heading are left out. */
export function headingKeys(columns: readonly Headed[]): Map<number, string> {
  const seen = new Map<string, number>();
  const keys = new Map<number, string>();
  for (const { index, heading } of columns) {
    const folded = foldName(heading);
    if (folded === '') continue;
    const times = (seen.get(folded) ?? 0) + 1;
    seen.set(folded, times);
    keys.set(index, times === 1 ? folded : `${folded} #${times}`);
  }
  return keys;
}

/** The mapping that a template gives for these columns; fields whose heading the file does not have are left out. */
export function mappingBy(template: MappingTemplate, columns: readonly Headed[]): ColumnMapping[] {
  const byKey = new Map([...headingKeys(columns)].map(([index, key]) => [key, index]));
  return template.fields.flatMap(({ heading, field, relations }) => {
    const column = byKey.get(heading);
    return column === undefined ? [] : [{ field, column, ...(relations && { relations }) }];
  });
}

/** The template of files with the very headings of this one, in whatever order; null when there is none. */
export function fittingTemplate(
  templates: readonly MappingTemplate[],
  columns: readonly Headed[],
): MappingTemplate | null {
  const keys = new Set(headingKeys(columns).values());
  if (keys.size === 0) return null;
  return (
    templates.find(({ headings }) => headings.length === keys.size && headings.every((key) => keys.has(key))) ?? null
  );
}

/** Keeps the mapping of an import under a name; the same name again replaces it. Throws FIELD_INVALID for a name that is none. */
export async function saveTemplate(
  scope: Scope,
  deps: ImportDeps,
  importId: string,
  given: string,
): Promise<ImportRecord> {
  const record = await importOf(scope, deps, importId);
  const name = parsed(line(100), given);
  if (!name.ok) throw new RejectionError({ code: 'FIELD_INVALID', field: 'name' });
  const { columns } = await describe(deps, record);
  const keys = headingKeys(columns);
  const fields = record.mapping.flatMap(({ field, column, relations }) => {
    const heading = keys.get(column);
    return heading === undefined ? [] : [{ heading, field, ...(relations && { relations }) }];
  });
  // Columns without headings cannot be found again by them.
  if (fields.length === 0 || missingFields(record.mapping).length > 0)
    throw new RejectionError({ code: 'IMPORT_MAPPING', params: { fields: missingFields(record.mapping).join(', ') } });
  const { rows } = await deps.pool.query<{ id: string }>(
    `insert into app.import_templates (id, ward, name, headings, fields, created_by, created_at) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (ward, name) do update set headings = excluded.headings, fields = excluded.fields,
      created_by = excluded.created_by, created_at = excluded.created_at
    returning id`,
    [
      v7({ msecs: deps.now().getTime() }),
      record.ward,
      name.value,
      [...keys.values()],
      JSON.stringify(fields),
      scope.accountId,
      deps.now(),
    ],
  );
  const template_id = rows[0]?.id ?? null;
  await updateImport(deps.pool, importId, { template_id });
  return { ...record, template_id };
}

/** Matches the columns of an import by a template of its ward and queues a new check; throws NOT_FOUND, IMPORT_MAPPING, IMPORT_STATE. */
export async function applyTemplate(
  scope: Scope,
  deps: ImportDeps,
  importId: string,
  templateId: string,
): Promise<ImportRecord> {
  const record = await importOf(scope, deps, importId);
  const template = (await templatesOf(deps.pool, record.ward)).find(({ id }) => id === templateId);
  if (!template) throw new RejectionError({ code: 'NOT_FOUND' });
  const { columns } = await describe(deps, record);
  const checked = await checkImport(scope, deps, importId, mappingBy(template, columns));
  await updateImport(deps.pool, importId, { template_id: template.id });
  return { ...checked, template_id: template.id };
}

/** Forgets a template of the import's ward; what was matched by it stays matched. Throws NOT_FOUND. */
export async function deleteTemplate(
  scope: Scope,
  deps: ImportDeps,
  importId: string,
  templateId: string,
): Promise<ImportRecord> {
  const record = await importOf(scope, deps, importId);
  const { rowCount } = await deps.pool.query('delete from app.import_templates where id = $1::uuid and ward = $2', [
    /^[0-9a-f-]{36}$/.test(templateId) ? templateId : null,
    record.ward,
  ]);
  if (rowCount !== 1) throw new RejectionError({ code: 'NOT_FOUND' });
  return { ...record, template_id: record.template_id === templateId ? null : record.template_id };
}
