import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { ChatMetrics } from '../../chat/metrics.ts';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The figures of one process in Prometheus' form. */
export function createMetrics(): { registry: Registry; chat: ChatMetrics } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'genjin_' });
  const registers = [registry];
  const accepted = new Counter({
    name: 'genjin_events_accepted_total',
    help: 'Events stored, by adapter and whether they were new',
    labelNames: ['adapter', 'fresh'],
    registers,
  });
  const handled = new Histogram({
    name: 'genjin_events_handled_seconds',
    help: 'Time from stored to handled, by adapter and outcome',
    labelNames: ['adapter', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  const delivered = new Histogram({
    name: 'genjin_messages_delivered_seconds',
    help: 'Time from due to delivered, by adapter and outcome',
    labelNames: ['adapter', 'outcome'],
    buckets: SECONDS,
    registers,
  });
  return {
    registry,
    chat: {
      accepted: (adapter, fresh) => accepted.inc({ adapter, fresh: String(fresh) }),
      handled: (adapter, outcome, seconds) => handled.observe({ adapter, outcome }, seconds),
      delivered: (adapter, outcome, seconds) => delivered.observe({ adapter, outcome }, seconds),
    },
  };
}
