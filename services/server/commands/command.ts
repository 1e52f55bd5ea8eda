import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

/** Exit codes of every command: done, failed or differences found, wrong use, not to be started. */
export const exit = { ok: 0, failed: 1, usage: 2, unavailable: 3 } as const;

export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>;

/** One command of `nocgia`. `words` are the leading words (`account create`), `usage` what follows them. */
export interface CliCommand {
  words: string;
  usage: string;
  /** One line for the list of commands. */
  summary: string;
  /** What each option does, a line each, for `--help`. */
  details: string;
  options: ParseArgsOptionsConfig;
  /** How many positional arguments there must be, at least and at most. */
  positionals: readonly [number, number];
  run(input: { values: Values; positionals: readonly string[] }): Promise<number>;
}

/** A mistake in how a command was called; its message is for the person at the terminal. */
export class UsageError extends Error {}

/** Text of an option that must be given; throws {@link UsageError} naming it. */
export function required(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string' || value === '') throw new UsageError(`Thiếu --${name} / --${name} is missing`);
  return value;
}

/** Text of an option, or undefined. */
export function optional(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function helpOf(command: CliCommand): string {
  return `nocgia ${command.words} ${command.usage}\n\n${command.summary}\n\n${command.details}\n`;
}

/** Finds the command, parses what follows it, runs it; answers the exit code. `--help` anywhere explains. */
export async function runCommandLine(commands: readonly CliCommand[], argv: readonly string[]): Promise<number> {
  // npm hands its own separator on: `npm run nocgia -- start`.
  const args = argv[0] === '--' ? argv.slice(1) : argv;
  const byLength = [...commands].sort((a, b) => b.words.length - a.words.length);
  const command = byLength.find(({ words }) => args.slice(0, words.split(' ').length).join(' ') === words);
  if (!command) {
    const wanted = args.length === 0 || args[0] === '--help' || args[0] === 'help';
    const width = Math.max(...commands.map(({ words, usage }) => `${words} ${usage}`.length));
    const list = commands
      .map(({ words, usage, summary }) => `  nocgia ${`${words} ${usage}`.padEnd(width)}  ${summary}`)
      .join('\n');
    const head = wanted ? '' : `Không có lệnh "${args[0]}" / no such command.\n\n`;
    (wanted ? process.stdout : process.stderr).write(`${head}${list}\n\nnocgia <lệnh> --help\n`);
    return wanted ? exit.ok : exit.usage;
  }
  const rest = args.slice(command.words.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(helpOf(command));
    return exit.ok;
  }
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options: command.options,
      allowPositionals: true,
      strict: true,
    });
    const [least, most] = command.positionals;
    if (positionals.length < least || positionals.length > most)
      throw new UsageError('Sai số tham số / wrong number of arguments');
    return await command.run({ values, positionals });
  } catch (error) {
    const isUsage =
      error instanceof UsageError ||
      (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'));
    if (!isUsage) throw error;
    process.stderr.write(`${error.message}\n\n${helpOf(command)}`);
    return exit.usage;
  }
}
