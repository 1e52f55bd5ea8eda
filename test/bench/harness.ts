import { performance } from 'node:perf_hooks';
import { writeFileSync } from 'node:fs';

/** What a contender did in one slice: operations done, seconds taken, and the milliseconds that single operations took. */
export interface Slice {
  operations: number;
  seconds: number;
  latencies: number[];
}

/** One who competes: ours is the first of a case, what it is measured against the second. */
export interface Contender {
  name: string;
  /** Works for about so many milliseconds. */
  run(milliseconds: number): Promise<Slice>;
}

/** A case made ready: its contenders, facts for the reader of the table, and how to put everything away. */
export interface OpenCase {
  contenders: Contender[];
  notes?: () => Record<string, string | number>;
  close(): Promise<void>;
}

/**
 * One row of the table. `ratio`: rate of the first contender over that of the second. `rate`: operations per second of the
 * first. `p95`, `p99`: milliseconds of the first, where less is better, as of `seconds` for one operation and of `megabytes`.
 */
export interface BenchCase {
  name: string;
  what: string;
  measure: 'ratio' | 'rate' | 'p95' | 'p99' | 'seconds' | 'megabytes';
  atLeast: number;
  aim: number;
  /** Of `p95`: no more than so many times the second contender's. */
  timesOther?: number;
  /** Milliseconds a contender works before the next one's turn; 400 by default. */
  slice?: number;
  /** Turns of each contender; 16 by default. */
  rounds?: number;
  /** Turns that come first and are not counted, until code is compiled and caches are warm; 6 by default. */
  warmUp?: number;
  open(): Promise<OpenCase>;
}

/** One contender's figures over all of its slices. Times in milliseconds, `perSecond` over the time it worked. */
export interface Figures {
  name: string;
  operations: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
}

/** One case's outcome; `spread` is the lowest and highest value of a single round. */
export interface BenchResult {
  name: string;
  what: string;
  measure: BenchCase['measure'];
  value: number;
  spread: [number, number];
  atLeast: number;
  aim: number;
  met: boolean;
  raw: Figures[];
  notes: Record<string, string | number>;
}

/** The value below which a share of the sorted numbers lies; NaN of none. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function figures(name: string, slices: readonly Slice[]): Figures {
  const operations = slices.reduce((sum, slice) => sum + slice.operations, 0);
  const seconds = slices.reduce((sum, slice) => sum + slice.seconds, 0);
  const latencies = slices.flatMap((slice) => slice.latencies).sort((a, b) => a - b);
  return {
    name,
    operations,
    perSecond: operations / seconds,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
  };
}

function valueOf(measure: BenchCase['measure'], ours: Figures | undefined, other: Figures | undefined): number {
  if (!ours) return Number.NaN;
  if (measure === 'p99' || measure === 'p95') return ours[measure];
  if (measure === 'seconds') return 1 / ours.perSecond;
  if (measure === 'megabytes') return ours.p99;
  return measure === 'rate' ? ours.perSecond : ours.perSecond / (other?.perSecond ?? Number.NaN);
}

const lessIsBetter: ReadonlySet<BenchCase['measure']> = new Set(['p95', 'p99', 'seconds', 'megabytes']);

async function runCase(one: BenchCase): Promise<BenchResult> {
  const { slice = 400, rounds = 16, warmUp = 6 } = one;
  const opened = await one.open();
  try {
    const all = opened.contenders.map((): Slice[] => []);
    for (let round = -warmUp; round < rounds; round += 1) {
      // Turns change order from round to round, so that nobody always works behind the same neighbour.
      const order = opened.contenders.map((contender, index) => ({ contender, index }));
      for (const { contender, index } of round % 2 === 0 ? order : order.reverse()) {
        const done = await contender.run(slice);
        if (round >= 0) all[index]?.push(done);
      }
    }
    const raw = opened.contenders.map((contender, index) => figures(contender.name, all[index] ?? []));
    const value = valueOf(one.measure, raw[0], raw[1]);
    const times = one.timesOther === undefined ? null : value / valueOf(one.measure, raw[1], undefined);
    const single = Array.from({ length: rounds }, (_, round) =>
      valueOf(
        one.measure,
        figures('', all[0]?.slice(round, round + 1) ?? []),
        figures('', all[1]?.slice(round, round + 1) ?? []),
      ),
    );
    return {
      name: one.name,
      what: one.what,
      measure: one.measure,
      value,
      atLeast: one.atLeast,
      aim: one.aim,
      spread: [Math.min(...single), Math.max(...single)],
      met:
        (lessIsBetter.has(one.measure) ? value <= one.atLeast : value >= one.atLeast) &&
        (times === null || times <= (one.timesOther ?? times)),
      raw,
      notes: {
        ...(times !== null && { [`times ${raw[1]?.name}, at most ${one.timesOther}`]: Number(times.toFixed(2)) }),
        ...opened.notes?.(),
      },
    };
  } finally {
    await opened.close();
  }
}

const digits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3, useGrouping: true });

function shown(measure: BenchCase['measure'], value: number): string {
  return `${digits.format(value)}${{ ratio: ' ×', rate: ' /s', p95: ' ms', p99: ' ms', seconds: ' s', megabytes: ' MB' }[measure]}`;
}

/** The results as one Markdown table, with the raw figures beside the ratios. */
export function toTable(results: readonly BenchResult[]): string {
  const head = [
    'case',
    'value',
    'rounds from – to',
    'at least',
    'aim',
    'met',
    'raw: per second (p50, p95, p99 ms)',
    'notes',
  ];
  const lines = results.map((result) => [
    `${result.name}: ${result.what}`,
    shown(result.measure, result.value),
    result.spread.map((value) => shown(result.measure, value)).join(' – '),
    shown(result.measure, result.atLeast),
    shown(result.measure, result.aim),
    result.met ? 'yes' : 'NO',
    result.raw
      .map(
        (one) =>
          `${one.name} ${digits.format(one.perSecond)} (${digits.format(one.p50)}, ${digits.format(one.p95)}, ${digits.format(one.p99)})`,
      )
      .join('; '),
    Object.entries(result.notes)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
  ]);
  const rule = head.map(() => '---');
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Runs the cases whose name contains `only` (all by default), prints the table, writes `json` if given, and answers the results. */
export async function runBenches(
  cases: readonly BenchCase[],
  options: { only?: string; json?: string; print?: (text: string) => void } = {},
): Promise<BenchResult[]> {
  const print = options.print ?? ((text: string) => process.stdout.write(`${text}\n`));
  const wanted = cases.filter((one) => !options.only || one.name.includes(options.only));
  if (wanted.length === 0)
    throw new Error(`no bench is named ${options.only}; there are ${cases.map((one) => one.name).join(', ')}`);
  const results: BenchResult[] = [];
  for (const one of wanted) {
    const start = performance.now();
    const result = await runCase(one);
    results.push(result);
    print(`${one.name}: ${shown(one.measure, result.value)} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  }
  print(`\n${toTable(results)}`);
  if (options.json)
    writeFileSync(options.json, `${JSON.stringify({ at: new Date().toISOString(), results }, null, 2)}\n`);
  return results;
}
