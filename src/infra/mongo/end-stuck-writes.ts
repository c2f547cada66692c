import type { EventEmitter } from 'node:events';
import type { MongoClient } from 'mongodb';

const LOOK_MS = 1_000;

/** What is read of the driver's inside, as mongodb 7.8 has it; nothing else of it is touched. */
interface Inside {
  topology?: { s?: { servers?: Map<string, ServerInside> } };
}
interface ServerInside {
  pool?: { checkedOut?: Set<OwnConnection> };
  monitor?: { connection?: OwnConnection | null; rttPinger?: { connection?: OwnConnection } };
}
interface OwnConnection {
  closed: boolean;
  error: Error | null;
  socket: EventEmitter;
}

/**
 * Ends commands that the driver would wait for without end: where a socket goes between its check-out and the write,
 * `Connection.writeCommand` waits for a 'drain' that never comes, and no time limit of the driver's reaches it. Told of
 * an error, the command fails and is tried again like any other whose connection broke. The monitor's own hello is one
 * of them: stuck, it would never see the server come back. Returns what ends the watch.
 */
export function endStuckWrites(client: MongoClient): () => void {
  const timer = setInterval(() => {
    for (const { closed, error, socket } of connectionsInUse(client))
      if (closed && socket.listenerCount('drain') > 0 && socket.listenerCount('error') > 0)
        socket.emit('error', error ?? new Error('the connection was closed before the write'));
  }, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** The connections on which commands are under way, the monitor's among them. */
export function connectionsInUse(client: MongoClient): OwnConnection[] {
  const servers = [...((client as unknown as Inside).topology?.s?.servers?.values() ?? [])];
  return servers.flatMap(({ pool, monitor }) => [
    ...(pool?.checkedOut ?? []),
    ...[monitor?.connection, monitor?.rttPinger?.connection].filter((one) => one !== undefined && one !== null),
  ]);
}
