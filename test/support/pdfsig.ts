import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What pdfsig of poppler-utils says of a file; null where it is not installed. */
export function pdfsig(pdf: Buffer): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'nocgia-pdfsig-'));
  const path = join(folder, 'signed.pdf');
  writeFileSync(path, pdf);
  try {
    return execFileSync('pdfsig', ['-nocert', path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    const { code, stdout } = error as NodeJS.ErrnoException & { stdout?: string };
    if (code === 'ENOENT') return null;
    return stdout ?? '';
  } finally {
    rmSync(folder, { recursive: true });
  }
}
