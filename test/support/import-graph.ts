import { readFileSync, readdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** One import as it stands in a source file; paths are relative to the project's root and use slashes. */
export type Import = { from: string; specifier: string };

const folders = ['schemas', 'services', 'web/src', 'infra', 'test'];
const skipped = new Set(['node_modules', 'build', '.svelte-kit']);

function sourcesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sourcesIn(root, path);
    return /\.(?:ts|mjs|js|svelte)$/.test(entry.name) ? [path] : [];
  });
}

function scriptsOf(path: string, text: string): string {
  if (!path.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '').join('\n');
}

/** Every import (static, dynamic, of types, and re-export) in the product's own sources under `root`. */
export function importsOf(root: string): Import[] {
  return folders.flatMap((folder) =>
    sourcesIn(root, folder).flatMap((from) => {
      const text = scriptsOf(from, readFileSync(join(root, from), 'utf8'));
      return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => ({ from, specifier: fileName }));
    }),
  );
}

/** Where an import leads: a path of ours, the name of a package, or undefined for Node's own and the framework's. */
export function targetOf({ from, specifier }: Import): { path: string } | { package: string } | undefined {
  if (specifier.startsWith('.')) return { path: posix.join(posix.dirname(from), specifier) };
  if (specifier.startsWith('@nocgia/')) return { path: specifier.slice('@nocgia/'.length) };
  if (specifier.startsWith('#lib/')) return { path: `web/src/lib/${specifier.slice('#lib/'.length)}` };
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return undefined;
  if (specifier.startsWith('$')) return undefined;
  const [first = '', second = ''] = specifier.split('/');
  return { package: first.startsWith('@') ? `${first}/${second}` : first };
}
