import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler, type CompileDocArgs } from '@myriaddreamin/typst-ts-node-compiler';

// The thread that engine.ts keeps: it sets one paper after the other. It fetches nothing, and a paper's own data is all it reads.

/** A paper to set: Typst source, its data as JSON, and when it was made, in seconds. */
export interface Order {
  id: number;
  source: string;
  data: string;
  at: number;
}
export type Delivery = { id: number; pdf: Uint8Array } | { id: number; error: string };

const require = createRequire(import.meta.url);

/**
 * Whole fonts, not subsets by script: every Vietnamese letter of a paper comes from one file. Decree 30/2020 asks for Times New Roman,
 * which may not be shipped; Noto Serif (SIL OFL) stands in for it.
 */
const fonts = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map((style) =>
  readFileSync(require.resolve(`@expo-google-fonts/noto-serif/${style}/NotoSerif_${style}.ttf`)),
);

/** Papers after which what the engine remembers of earlier ones is let go, lest a long day fills the memory. */
const REMEMBERED = 5;

const engine = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });

function complaints(paper: CompileDocArgs): string {
  const error = engine.compile(paper).takeDiagnostics();
  const said = error === null ? [] : (engine.fetchDiagnostics(error) as { message: string }[]);
  return said.map(({ message }) => message).join('; ');
}

function deliver({ id, source, data, at }: Order): Delivery {
  const paper = { mainFileContent: source, inputs: { data } };
  try {
    // Straight to the bytes: a compiled document in between would lie outside the heap until V8 finds time for it, a megabyte each.
    return { id, pdf: engine.pdf(paper, { creationTimestamp: at }) };
  } catch {
    return { id, error: complaints(paper) };
  } finally {
    engine.evictCache(REMEMBERED);
  }
}

parentPort?.on('message', (order: Order) => parentPort?.postMessage(deliver(order)));
