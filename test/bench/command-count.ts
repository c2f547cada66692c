import type { CommandStartedEvent } from 'mongodb';
import type { Connection } from 'mongoose';

/** How often each shape of command was sent. */
export interface Counted {
  stop(): Record<string, number>;
}

/** Counts what a connection sends from now on, by command, collection and the fields that it asks by. */
export function countCommands(connection: Connection): Counted {
  const counts: Record<string, number> = {};
  const client = connection.getClient();
  const onCommand = ({ commandName, command }: CommandStartedEvent) => {
    const shape = shapeOf(commandName, command);
    counts[shape] = (counts[shape] ?? 0) + 1;
  };
  client.on('commandStarted', onCommand);
  return {
    stop() {
      client.off('commandStarted', onCommand);
      return counts;
    },
  };
}

function shapeOf(name: string, command: Record<string, unknown>): string {
  if (name === 'bulkWrite') return 'bulkWrite over collections';
  const of = typeof command[name] === 'string' ? ` ${command[name]}` : '';
  const [first] = [command.updates, command.deletes].flat() as ({ q?: unknown } | undefined)[];
  const fields = fieldsOf(command.filter ?? command.query ?? first?.q);
  return `${name}${of}${fields.length === 0 ? '' : ` by ${[...new Set(fields)].sort().join(', ')}`}`;
}

/** The fields of a filter, those below $and and $or too. */
function fieldsOf(filter: unknown): string[] {
  if (typeof filter !== 'object' || filter === null) return [];
  return Object.entries(filter).flatMap(([field, value]) =>
    field.startsWith('$') && Array.isArray(value) ? value.flatMap(fieldsOf) : [field],
  );
}
