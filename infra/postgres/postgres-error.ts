/** The embedded PostgreSQL cannot run here; the message tells the person at the terminal why and what to do. */
export class PostgresError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PostgresError';
  }
}
