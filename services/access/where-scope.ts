import { rulesToAST } from '@casl/ability/extra';
import { sql, type Expression, type SqlBool } from 'kysely';
import { abilityOf, type Action, type AppAbility, type SubjectName } from './ability.ts';
import type { FieldGroup, Scope } from './scope.ts';

type Ast = NonNullable<ReturnType<typeof rulesToAST>>;

/** Which column holds a field that the rules speak of: `{ ward: 'c.ward', neighbourhood: 'c.neighbourhood' }`. */
export type ScopeColumns = Readonly<Record<string, string>>;

/**
 * The rows on which `ability` allows `action`, as a condition for Kysely's `where`. Throws on an operator or a field it does not
 * know, so that a rule nobody taught it to translate shows no row at all. NULL in a column means "no value", as in the rules:
 * negation is pushed down to the leaves, where `is distinct from` takes the place of `<>`.
 */
export function whereAbility(
  ability: AppAbility,
  action: Action,
  subject: SubjectName,
  columns: ScopeColumns,
): Expression<SqlBool> {
  const ast = rulesToAST(ability, action, subject);
  return ast === null ? sql<SqlBool>`false` : translate(ast, false, columns);
}

/**
 * The rows of a subject that the reader may see. `columns` is the alias of the table whose `ward` and `neighbourhood` columns count,
 * or the two columns by name.
 *
 * @example db.selectFrom('view.citizens as c').where(whereScope(scope, 'Citizen', 'c')) // where "c"."ward" = $1
 */
export function whereScope(
  scope: Scope,
  subject: SubjectName,
  columns: string | ScopeColumns = {},
): Expression<SqlBool> {
  if (typeof columns !== 'string')
    return whereAbility(abilityOf(scope), 'read', subject, {
      ward: 'ward',
      neighbourhood: 'neighbourhood',
      ...columns,
    });
  const key = `${subject} ${columns}`;
  const own = known.get(scope) ?? new Map<string, Expression<SqlBool>>();
  const condition =
    own.get(key) ??
    whereAbility(abilityOf(scope), 'read', subject, {
      ward: `${columns}.ward`,
      neighbourhood: `${columns}.neighbourhood`,
    });
  known.set(scope, own.set(key, condition));
  return condition;
}

/** Conditions that were asked for: a scope outlives the request, and its rules never change. */
const known = new WeakMap<Scope, Map<string, Expression<SqlBool>>>();

/** Whether a group of fields may be shown in clear, masked, or not at all. */
export function fieldView(scope: Scope, group: FieldGroup): 'clear' | 'masked' | 'withheld' {
  const right = scope.fields[group];
  return right === 'none' ? 'withheld' : right === 'masked' ? 'masked' : 'clear';
}

function translate(ast: Ast, negated: boolean, columns: ScopeColumns): Expression<SqlBool> {
  if ('field' in ast && typeof ast.field === 'string')
    return leaf(ast.operator, ast.field, ast.value, negated, columns);
  if (!Array.isArray(ast.value)) throw new Error(`Unknown condition "${ast.operator}" in an access rule.`);
  const parts = ast.value.map((part: Ast) => translate(part, ast.operator === 'not' ? !negated : negated, columns));
  switch (ast.operator) {
    case 'and':
      return join(parts, negated ? 'or' : 'and');
    case 'or':
      return join(parts, negated ? 'and' : 'or');
    case 'not':
      return join(parts, negated ? 'or' : 'and');
    default:
      throw new Error(`Unknown operator "${ast.operator}" in an access rule.`);
  }
}

function join(parts: Expression<SqlBool>[], by: 'and' | 'or'): Expression<SqlBool> {
  if (parts.length === 0) return by === 'and' ? sql<SqlBool>`true` : sql<SqlBool>`false`;
  if (parts.length === 1 && parts[0]) return parts[0];
  return sql<SqlBool>`(${sql.join(parts, by === 'and' ? sql` and ` : sql` or `)})`;
}

function leaf(
  operator: string,
  field: string,
  value: unknown,
  negated: boolean,
  columns: ScopeColumns,
): Expression<SqlBool> {
  if (!Object.hasOwn(columns, field))
    throw new Error(`An access rule speaks of "${field}", for which no column is given.`);
  const column = sql.ref(columns[field] ?? field);
  switch (operator) {
    case 'eq':
      return among(column, [value], negated);
    case 'ne':
      return among(column, [value], !negated);
    case 'in':
      return among(column, list(value), negated);
    case 'nin':
      return among(column, list(value), !negated);
    default:
      throw new Error(`Unknown operator "${operator}" in an access rule.`);
  }
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error('An access rule compares with a list that is none.');
  return value;
}

function among(column: Expression<unknown>, values: unknown[], negated: boolean): Expression<SqlBool> {
  const numbers = values.filter((value) => value !== null);
  if (!numbers.every((value) => Number.isInteger(value)))
    throw new Error('An access rule compares a unit with something else.');
  const withNull = numbers.length < values.length;
  // A single unit is compared with "=", under which an index keeps its order for keyset paging.
  const found =
    numbers.length === 1 ? sql<SqlBool>`${column} = ${numbers[0]}` : sql<SqlBool>`${column} = any(${numbers}::int[])`;
  if (!negated) {
    if (numbers.length === 0) return withNull ? sql<SqlBool>`${column} is null` : sql<SqlBool>`false`;
    return withNull ? sql<SqlBool>`(${column} is null or ${found})` : found;
  }
  if (numbers.length === 0) return withNull ? sql<SqlBool>`${column} is not null` : sql<SqlBool>`true`;
  return withNull
    ? sql<SqlBool>`(${column} is not null and not ${found})`
    : sql<SqlBool>`(${column} is null or not (${found}))`;
}
