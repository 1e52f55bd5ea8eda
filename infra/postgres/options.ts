import { totalmem } from 'node:os';
import { join } from 'node:path';

/** How safe against a power cut the server must be: `durable` for real data, `scratch` only for throw-away test data. */
export type Durability = 'durable' | 'scratch';

/** Where the server's Unix socket lies: its own data folder, which nobody else may enter, unless that path is too long for one. */
export function socketFolder(dataDir: string): string | undefined {
  // Every system we know allows some 100 bytes.
  const fits = Buffer.byteLength(join(dataDir, '.s.PGSQL.65535.lock')) < 100;
  return fits && process.platform !== 'win32' ? dataDir : undefined;
}

/**
 * Server settings for one small machine that writes much. Statements and error details stay out of the server's log, since they can hold personal data.
 */
export function serverOptions(port: number, dataDir: string, durability: Durability): string[] {
  const megabytes = totalmem() / 2 ** 20;
  const sharedBuffers = megabytes < 2048 ? 128 : megabytes < 8192 ? 256 : megabytes < 16_000 ? 512 : 1536;
  const options: Record<string, string> = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFolder(dataDir) ?? '',
    unix_socket_permissions: '0700',
    max_connections: '100',
    superuser_reserved_connections: '3',
    shared_buffers: `${sharedBuffers}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    effective_cache_size: `${Math.max(256, Math.floor(megabytes / 2))}MB`,
    random_page_cost: '1.1',
    jit: 'off',
    // Nobody replicates from the embedded server, and minimal lets a rebuild fill new tables without logging them.
    wal_level: 'minimal',
    max_wal_senders: '0',
    wal_buffers: '16MB',
    min_wal_size: '256MB',
    max_wal_size: '2GB',
    // Compressing a whole page costs more processor time than writing it to a disk of today.
    wal_compression: 'off',
    checkpoint_timeout: '15min',
    checkpoint_completion_target: '0.9',
    fsync: durability === 'durable' ? 'on' : 'off',
    synchronous_commit: durability === 'durable' ? 'on' : 'off',
    full_page_writes: durability === 'durable' ? 'on' : 'off',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_destination: 'stderr',
    logging_collector: 'off',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    log_checkpoints: 'off',
    log_line_prefix: '',
    lc_messages: 'C',
  };
  return Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
