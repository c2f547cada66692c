/**
 * What time it is. Two clocks exist: the business clock (the demo may move it forward) says what day it is for people
 * and what is due; the machine clock serves leases, pace and time-outs and is never moved.
 */
export interface Clock {
  now(): Date;
}

/** The machine's own clock: the one place that reads it. */
export const machineClock: Clock = { now: () => new Date() };
