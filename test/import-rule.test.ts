import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importsOf, targetOf } from './support/import-graph.ts';
import { brokenRule, isTest } from './support/import-rule.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const imports = importsOf(root);

function dependenciesOf(folder: string): string[] {
  const manifest = JSON.parse(readFileSync(`${root}/${folder}/package.json`, 'utf8')) as Record<string, object>;
  return [...Object.keys(manifest.dependencies ?? {}), ...Object.keys(manifest.devDependencies ?? {})];
}

describe('the dependency rule', () => {
  test('holds in every source file', () => {
    expect(imports.length).toBeGreaterThan(100);
    const broken = imports.flatMap((one) => {
      const rule = brokenRule(one);
      return rule === undefined ? [] : [`${one.from} imports ${one.specifier}: ${rule}`];
    });
    expect(broken).toEqual([]);
  });

  test.each([
    ['services/registry/citizen/queries.ts', '../../territory/unit/unit.ts', 'another one'],
    ['services/registry/citizen/queries.ts', '../../server/context.ts', 'only the server wires'],
    ['services/event-store/log.ts', '@nocgia/services/access/scope.ts', 'event-store stands below access'],
    ['services/projection/engine.ts', '../registry/citizen/projection.ts', 'projection stands below registry'],
    ['services/registry/citizen/queries.ts', '@nocgia/infra/roles.ts', 'only the server'],
    ['services/server/main.ts', '../../web/build/handler.js', 'nobody imports the web'],
    ['services/server/main.ts', '../../test/support/database.ts', 'only tests'],
    ['infra/database.ts', '@nocgia/services/event-store/log.ts', 'does not know them'],
    ['schemas/events/citizen.ts', '../../services/event-store/port.ts', 'at the bottom'],
    ['web/src/routes/+page.server.ts', '../../../services/server/context.ts', 'GraphQL only'],
    ['web/src/routes/+page.server.ts', '@nocgia/infra/settings.ts', 'GraphQL only'],
    ['web/src/lib/x.ts', '@nocgia/services/access/scope.ts', 'GraphQL only'],
  ])('%s may not import %s', (from, specifier, reason) => {
    expect(brokenRule({ from, specifier })).toContain(reason);
  });

  test.each([
    ['services/registry/citizen/queries.ts', '../../access/scope.ts'],
    ['services/registry/citizen/queries.ts', '../household/household.ts'],
    ['services/access/scope-of.ts', '../event-store/port.ts'],
    ['services/server/main.ts', '../territory/unit/unit.ts'],
    ['services/server/main.ts', '@nocgia/infra/settings.ts'],
    ['services/event-store/log.ts', '@nocgia/schemas/events/citizen.ts'],
    ['web/src/routes/+page.server.ts', '#lib/api/generated.ts'],
    ['web/src/lib/forms/schemas.ts', '@nocgia/schemas/events/common.ts'],
    ['web/src/routes/+page.server.ts', '$app/state'],
  ])('%s may import %s', (from, specifier) => {
    expect(brokenRule({ from, specifier })).toBeUndefined();
  });
});

test('every package that is imported is one that its own package.json names', () => {
  const fromRoot = dependenciesOf('.');
  const own = new Map(
    ['schemas', 'services', 'web', 'infra', 'test'].map((folder) => [folder, dependenciesOf(folder)]),
  );
  const unnamed = imports.flatMap((one) => {
    const target = targetOf(one);
    if (target === undefined || !('package' in target)) return [];
    const named = [...(own.get(one.from.split('/')[0] ?? '') ?? []), ...(isTest(one.from) ? fromRoot : [])];
    // A package may also be there for its types alone.
    const ok = named.includes(target.package) || named.includes(`@types/${target.package}`);
    return ok ? [] : [`${one.from}: ${target.package}`];
  });
  expect(unnamed).toEqual([]);
});
