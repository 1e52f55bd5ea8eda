// A process that runs the embedded PostgreSQL on the folder it is given, says so, and stays until it is stopped or killed.
import { startPostgres } from '@nocgia/infra/postgres/start.ts';

const [dataDir = ''] = process.argv.slice(2);
const postgres = await startPostgres({ dataDir, durability: 'scratch', log: () => {} });
process.stdout.write(`${JSON.stringify({ started: postgres.started, port: postgres.port })}\n`);
const alive = setInterval(() => {}, 60_000);
process.once('SIGTERM', () => {
  clearInterval(alive);
  void postgres.stop();
});
