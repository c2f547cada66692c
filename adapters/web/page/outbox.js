const KEPT = 'out:';
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * Own messages that the server does not have yet. Each is kept on the device until it is acknowledged and sent again under
 * the same id, in order within its conversation, so that nothing is lost or doubled.
 * `send(message)` resolves when the server has it; `onState(message, 'sending' | 'waiting' | 'refused' | 'sent', error)`.
 */
export function createOutbox({ device, send, onState }) {
  const queues = new Map();

  const keep = (message) => device.write(KEPT + message.id, message);
  const forget = (message) => device.remove(KEPT + message.id);

  function queueOf(conversation) {
    const queue = queues.get(conversation) ?? { waiting: [], running: false, wake: () => {} };
    queues.set(conversation, queue);
    return queue;
  }

  async function run(queue) {
    if (queue.running) return;
    queue.running = true;
    for (let failures = 0; queue.waiting.length > 0; ) {
      const message = queue.waiting[0];
      onState(message, 'sending');
      try {
        await send(message);
        settle(queue, message, 'sent');
        failures = 0;
      } catch (error) {
        if (!error.passing) {
          settle(queue, message, 'refused', error);
          continue;
        }
        onState(message, 'waiting', error);
        const pause = Math.max(PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)], error.retryAfterMs ?? 0);
        failures += 1;
        await new Promise((resolve) => {
          queue.wake = resolve;
          setTimeout(resolve, pause);
        });
      }
    }
    queue.running = false;
  }

  function settle(queue, message, state, error) {
    queue.waiting = queue.waiting.filter((other) => other !== message);
    forget(message);
    onState(message, state, error);
  }

  return {
    add(message) {
      keep(message);
      const queue = queueOf(message.conversation);
      queue.waiting.push(message);
      run(queue);
    },
    /** What was left from an earlier visit, oldest first. */
    restore() {
      const kept = device.names(KEPT).map((name) => device.read(name));
      return kept.filter(Boolean).sort((a, b) => a.at.localeCompare(b.at));
    },
    /** Tries everything now that waits. */
    retry() {
      for (const queue of queues.values()) queue.wake();
    },
    discard(id) {
      device.remove(KEPT + id);
      for (const queue of queues.values()) {
        queue.waiting = queue.waiting.filter((message) => message.id !== id);
        queue.wake();
      }
    },
  };
}
