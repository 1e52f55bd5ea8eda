import { parseArgs } from 'node:util';
import { appendBenches, closeAppendBench } from './append.ts';
import { closeDossierBench, dossierBenches } from './dossiers.ts';
import { runBenches } from './harness.ts';
import { importBenches } from './import.ts';
import { latencyBenches } from './latency.ts';
import { listBenches } from './list.ts';
import { rebuildBenches } from './rebuild.ts';
import { statisticsBenches } from './statistics.ts';
import { searchBenches } from './search.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
const cases = [
  ...appendBenches,
  ...rebuildBenches,
  ...listBenches,
  ...latencyBenches,
  ...searchBenches,
  ...statisticsBenches,
  ...importBenches,
  ...dossierBenches,
];
const results = await runBenches(cases, values);
await closeAppendBench();
await closeDossierBench();
process.exit(results.every(({ met }) => met) ? 0 : 1);
