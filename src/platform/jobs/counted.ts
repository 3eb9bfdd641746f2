import { Counter } from 'prom-client';

/** Pieces of work by queue and outcome; `again`: it failed, and is tried again as often as its queue says. */
export const jobsCounted = new Counter({
  name: 'muster_jobs_total',
  help: 'Pieces of work in the background that this process ended.',
  labelNames: ['queue', 'outcome'],
  registers: [],
});
