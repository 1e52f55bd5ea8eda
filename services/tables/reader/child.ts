import { once } from 'node:events';
import { RejectionError } from '@nocgia/schemas/errors.ts';
import { csvRows, csvSource } from './csv.ts';
import { limits } from './limits.ts';
import type { RawRow, ReaderMessage } from './messages.ts';
import { refuse } from './refusal.ts';
import { sniff } from './sniff.ts';
import { openWorkbook } from './xlsx.ts';

/**
 * The reading process: a file comes in on stdin, rows go out on stdout as lines of JSON, a batch at a time and no faster than
 * they are taken. It knows no database, no key and no network, and the parent ends it when it takes too long or grows too big.
 */
const batchRows = 250;

async function readInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limits.fileBytes) throw refuse('IMPORT_TOO_LARGE', { limit: limits.fileBytes / 1024 / 1024 });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function send(message: ReaderMessage): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(message)}\n`)) await once(process.stdout, 'drain');
}

async function sendRows(rows: AsyncIterable<RawRow>): Promise<number> {
  let total = 0;
  let batch: [number, RawRow['cells']][] = [];
  for await (const { line, cells } of rows) {
    batch.push([line, cells]);
    total += 1;
    if (batch.length < batchRows) continue;
    await send({ kind: 'rows', rows: batch });
    batch = [];
    if (process.memoryUsage.rss() > limits.residentBytes) throw refuse('IMPORT_TOO_HEAVY');
  }
  if (batch.length > 0) await send({ kind: 'rows', rows: batch });
  return total;
}

async function readFile(): Promise<number> {
  const bytes = await readInput();
  if (sniff(bytes) === 'csv') {
    const source = csvSource(bytes);
    await send({ kind: 'source', source });
    return sendRows(csvRows(bytes, source));
  }
  const workbook = await openWorkbook(bytes);
  try {
    await send({ kind: 'source', source: workbook.source });
    return await sendRows(workbook.rows);
  } finally {
    workbook.close();
  }
}

try {
  const rows = await readFile();
  await send(rows === 0 ? { kind: 'refused', rejection: { code: 'IMPORT_EMPTY' } } : { kind: 'end', rows });
} catch (error) {
  // Whatever a hostile file brings about in a parser is a file that cannot be read.
  await send({
    kind: 'refused',
    rejection: error instanceof RejectionError ? error.rejection : { code: 'IMPORT_BROKEN' },
  });
}
process.stdin.destroy();
