import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventRegistry } from '@nocgia/schemas/events/registry.ts';
import { makeSample, samplesFolder } from './samples.ts';

// Writes the samples that are missing; one that is there was written into somebody's log and is never touched.
for (const definition of eventRegistry.values()) {
  const path = join(samplesFolder, `${definition.type}.v${definition.version}.json`);
  if (existsSync(path)) continue;
  writeFileSync(path, `${JSON.stringify(makeSample(definition), null, 2)}\n`);
  process.stdout.write(`${path}\n`);
}
