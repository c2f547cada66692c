/** Loaded before a process's own code: its whole wall clock is `CLOCK_AHEAD_MS` milliseconds ahead of the machine's. */
const aheadMs = Number(process.env.CLOCK_AHEAD_MS ?? 0);
const machineNow = Date.now;

globalThis.Date = new Proxy(Date, {
  construct: (machine, given: ConstructorParameters<DateConstructor> | []) =>
    given.length === 0 ? new machine(machineNow() + aheadMs) : new machine(...given),
  get: (machine, name) => (name === 'now' ? () => machineNow() + aheadMs : Reflect.get(machine, name)),
});
