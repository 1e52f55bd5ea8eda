import { parseArgs } from 'node:util';
import { runBenches } from './harness.ts';
import { appendBenches } from './append.ts';
import { latencyBenches } from './latency.ts';
import { listBenches } from './list.ts';
import { rebuildBenches } from './rebuild.ts';

const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'string' } } });
const results = await runBenches([...appendBenches, ...rebuildBenches, ...listBenches, ...latencyBenches], values);
process.exit(results.every(({ met }) => met) ? 0 : 1);
