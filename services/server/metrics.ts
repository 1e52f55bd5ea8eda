import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { EventStore } from '../event-store/port.ts';

/** Where a projection stands, as the metrics and the system page show it. */
export interface ProjectionProgress {
  name: string;
  version: number;
  state: string;
  position: string;
  lag: number;
}

export interface MetricsSources {
  store: EventStore;
  progress(): readonly ProjectionProgress[];
  jobsWaiting(): Promise<number>;
  /** What lies outside of this program, as far as it is configured. */
  outside(): Promise<readonly { name: string; configured: boolean; reachableSince: string | null; waiting: number }[]>;
}

/** Everything `/metrics` shows, in the Prometheus text format; labels name routes and projections, never people. */
export function createMetrics({ store, progress, jobsWaiting, outside }: MetricsSources) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'nocgia_' });
  const registers = [registry];
  const log = store.metrics();

  const batchSize = new Histogram({
    name: 'nocgia_append_batch_events',
    help: 'Events per append batch',
    buckets: [1, 2, 5, 10, 25, 50, 100, 500, 2000],
    registers,
  });
  const batchTime = new Histogram({
    name: 'nocgia_append_batch_seconds',
    help: 'Time of one append batch',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2],
    registers,
  });
  log.onBatch(({ events, seconds }) => {
    batchSize.observe(events);
    batchTime.observe(seconds);
  });
  const requests = new Histogram({
    name: 'nocgia_request_seconds',
    help: 'Time of one request by route and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  });
  const refused = new Counter({
    name: 'nocgia_graphql_errors_total',
    help: 'GraphQL errors by code',
    labelNames: ['code'],
    registers,
  });

  const gauge = (
    name: string,
    help: string,
    collect: (gauge: Gauge) => void | Promise<void>,
    labelNames: string[] = [],
  ) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers,
      collect() {
        return collect(this);
      },
    });
  gauge('nocgia_log_head_position', 'Position of the last event', async (g) => g.set(Number(await store.head())));
  gauge('nocgia_append_waiting', 'Commands waiting for the next batch', (g) => g.set(store.metrics().waiting));
  gauge('nocgia_append_conflicts', 'Commands refused for a version since start', (g) =>
    g.set(store.metrics().conflicts),
  );
  gauge('nocgia_append_commands', 'Commands taken since start', (g) => g.set(store.metrics().appendedCommands));
  gauge('nocgia_jobs_waiting', 'Jobs waiting in the queue', async (g) => g.set(await jobsWaiting()));
  const configured = async () => (await outside()).filter((one) => one.configured);
  gauge(
    'nocgia_outside_reachable',
    '1 while a service outside of this program answers',
    async (g) =>
      (await configured()).forEach((one) => g.set({ service: one.name }, one.reachableSince === null ? 0 : 1)),
    ['service'],
  );
  gauge(
    'nocgia_outside_waiting',
    'What waits for a service outside of this program',
    async (g) => (await configured()).forEach((one) => g.set({ service: one.name }, one.waiting)),
    ['service'],
  );
  gauge(
    'nocgia_projection_position',
    'Checkpoint of each projection',
    (g) => progress().forEach((p) => g.set({ projection: p.name }, Number(p.position))),
    ['projection'],
  );
  gauge(
    'nocgia_projection_lag_events',
    'Positions a projection is behind the head',
    (g) => progress().forEach((p) => g.set({ projection: p.name }, p.lag)),
    ['projection'],
  );
  gauge(
    'nocgia_projection_stopped',
    '1 when a projection stands still at a poison event',
    (g) => progress().forEach((p) => g.set({ projection: p.name }, p.state === 'poisoned' ? 1 : 0)),
    ['projection'],
  );

  return {
    observeRequest: (route: string, method: string, status: number, seconds: number) =>
      requests.observe({ route, method, status: String(status) }, seconds),
    countError: (code: string) => refused.inc({ code }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
