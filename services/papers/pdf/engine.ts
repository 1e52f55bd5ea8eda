import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const require = createRequire(import.meta.url);

/**
 * Whole fonts, not subsets by script: every Vietnamese letter of a paper comes from one file. Decree 30/2020 asks for Times New Roman,
 * which may not be shipped; Noto Serif (SIL OFL) stands in for it.
 */
const fonts = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map((style) =>
  readFileSync(require.resolve(`@expo-google-fonts/noto-serif/${style}/NotoSerif_${style}.ttf`)),
);

/** The font, and how words break, for every template. */
const prelude = readFileSync(new URL('prelude.typ', import.meta.url), 'utf8');

/** Papers after which what the engine remembers of earlier ones is let go, lest a long day fills the memory. */
const REMEMBERED = 5;

/** One engine of a process, made when the first paper is. It reads no file and fetches nothing: all it knows is handed to it. */
let engine: NodeCompiler | undefined;

/** Halves of a pair of UTF-16 are no text. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

/**
 * The bytes of a PDF 1.7, tagged, all fonts embedded. `template` is Typst source of the program's own, after prelude.typ; `data` reaches it as JSON, never as
 * source, so no text of a citizen is ever read as markup. Throws when the template is wrong, with what the engine said.
 */
export function typeset(template: string, data: object, at: Date): Buffer {
  engine ??= NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] });
  const result = engine.compile({
    mainFileContent: prelude + template,
    inputs: { data: JSON.stringify(data, wellFormed) },
  });
  if (result.result === null) {
    const error = result.takeDiagnostics();
    const said = error === null ? [] : (engine.fetchDiagnostics(error) as { message: string }[]);
    throw new Error(`The paper could not be set: ${said.map(({ message }) => message).join('; ')}`);
  }
  const pdf = engine.pdf(result.result, { creationTimestamp: Math.floor(at.getTime() / 1000) });
  engine.evictCache(REMEMBERED);
  return pdf;
}
