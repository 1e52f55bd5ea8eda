import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, say } from './run.mjs';

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(path);
    return entry.isFile() ? [path] : [];
  });
}

function digests() {
  const files = [...filesIn(join(root, 'schemas')), ...filesIn(join(root, 'web', 'src'))];
  return new Map(
    files.map((file) => [file.slice(root.length + 1), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  );
}

async function generatedFilesAreFresh(tools) {
  const before = digests();
  const code = await run(tools, [...tools.pnpm, '--filter', '@nocgia/schemas', 'run', 'generate']);
  if (code !== 0) return code;
  const after = digests();
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  if (stale.length === 0) return 0;
  say(`Generated files were out of date and have been made anew; look at them and commit:\n  ${stale.join('\n  ')}`);
  return 1;
}

/** Runs every check, also when an earlier one fails; answers 0 when all are well. */
export async function check(tools) {
  const bin = (name) => join(root, 'node_modules', name);
  const node = (script, ...args) => [tools.node, bin(script), ...args];
  const steps = [
    ['types', () => run(tools, node('typescript/bin/tsc', '--project', join(root, 'tsconfig.json')))],
    ['types of the web application', () => run(tools, [...tools.pnpm, '--filter', '@nocgia/web', 'run', 'check'])],
    ['lint', () => run(tools, node('oxlint/bin/oxlint', '--quiet'))],
    ['format', () => run(tools, node('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.'))],
    [
      'import rule',
      () => run(tools, node('vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', 'test/import-rule')),
    ],
    ['generated files', () => generatedFilesAreFresh(tools)],
  ];
  const failed = [];
  for (const [name, step] of steps) {
    say(`Checking ${name}`);
    if ((await step()) !== 0) failed.push(name);
  }
  say(failed.length === 0 ? 'All checks passed' : `Failed: ${failed.join(', ')}`);
  return failed.length === 0 ? 0 : 1;
}
