/** Progress of a long command: one line rewritten on a terminal, a line every ten seconds elsewhere, nothing with `--json`. */
export function progressLine(
  label: string,
  quiet: boolean,
): { update(done: number, total: number | null, note?: string): void; end(): void } {
  const out = process.stderr;
  let written = 0;
  let lastText = '';
  return {
    update(done, total, note = '') {
      if (quiet) return;
      const share = total ? ` ${Math.floor((100 * done) / total)} %` : '';
      lastText =
        `${label}: ${done.toLocaleString('vi-VN')}${total ? ` / ${total.toLocaleString('vi-VN')}` : ''}${share} ${note}`.trimEnd();
      const now = performance.now();
      const finished = total !== null && done >= total;
      if (!finished && now - written < (out.isTTY ? 100 : 10_000)) return;
      written = now;
      out.write(out.isTTY ? `\r\x1b[2K${lastText}` : `${lastText}\n`);
    },
    end() {
      if (!quiet && out.isTTY && lastText) out.write(`\r\x1b[2K${lastText}\n`);
    },
  };
}

/** Writes an object as one JSON document, or as lines of `name: value`. */
export function print(value: Record<string, unknown>, json: boolean): void {
  if (json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  else
    for (const [name, one] of Object.entries(value))
      process.stdout.write(`${name}: ${typeof one === 'object' ? JSON.stringify(one) : String(one)}\n`);
}

/** Asks for a line on the terminal without showing it; null when there is no terminal to ask. */
export async function askSecret(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return null;
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  let text = '';
  try {
    for await (const chunk of stdin) {
      for (const character of String(chunk)) {
        if (character === '\r' || character === '\n') return text;
        if (character === '\u0003') return null;
        text = character === '\u007f' || character === '\b' ? text.slice(0, -1) : text + character;
      }
    }
    return null;
  } finally {
    stdin.setRawMode(false);
    stdin.pause();
    stderr.write('\n');
  }
}
