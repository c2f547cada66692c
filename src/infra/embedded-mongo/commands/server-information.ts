import { arch, cpus, hostname, platform, release, totalmem } from 'node:os';
import type { Call, Reply } from '../call.ts';
import { type Doc, Int32, type Value } from '../values/value.ts';
import type { Command } from './command.ts';
import { MAX_DOCUMENT_BYTES, SERVER_VERSION } from './handshake.ts';

const doc = (...fields: [string, Value][]): Doc => new Map(fields);

function buildInfo(): Reply {
  const [major = 0, minor = 0, patch = 0] = SERVER_VERSION.split('.').map(Number);
  return doc(
    ['version', SERVER_VERSION],
    ['versionArray', [major, minor, patch, 0].map(Int32.of)],
    ['modules', []],
    ['storageEngines', ['lmdb']],
    ['bits', Int32.of(64)],
    ['debug', false],
    ['maxBsonObjectSize', Int32.of(MAX_DOCUMENT_BYTES)],
  );
}

function serverStatus({ engine }: Call): Reply {
  const memory = process.memoryUsage();
  const uptime = (engine.now().getTime() - engine.startedAt.getTime()) / 1000;
  const megabytes = (bytes: number) => Int32.of(Math.round(bytes / 1_048_576));
  return doc(
    ['host', hostname()],
    ['version', SERVER_VERSION],
    ['process', 'mongod'],
    ['pid', BigInt(process.pid)],
    ['uptime', uptime],
    ['uptimeMillis', BigInt(Math.round(uptime * 1000))],
    ['localTime', engine.now()],
    ['metrics', doc(['cursor', doc(['open', doc(['total', BigInt(engine.cursors.size)])])])],
    ['mem', doc(['bits', Int32.of(64)], ['resident', megabytes(memory.rss)], ['supported', true])],
    ['storageEngine', doc(['name', 'lmdb'], ['persistent', true], ['readOnly', false])],
  );
}

function hostInfo({ engine }: Call): Reply {
  const system = doc(
    ['currentTime', engine.now()],
    ['hostname', hostname()],
    ['cpuAddrSize', Int32.of(64)],
    ['memSizeMB', BigInt(Math.round(totalmem() / 1_048_576))],
    ['numCores', Int32.of(cpus().length)],
    ['cpuArch', arch()],
  );
  return doc(['system', system], ['os', doc(['type', platform()], ['version', release()])], ['extra', doc()]);
}

const connectionStatus = (): Reply =>
  doc(['authInfo', doc(['authenticatedUsers', []], ['authenticatedUserRoles', []])]);

/** mongosh asks for these before it shows its prompt. */
const getParameter = (call: Call): Reply => {
  const reply = doc();
  if (call.command.has('featureCompatibilityVersion'))
    reply.set('featureCompatibilityVersion', doc(['version', SERVER_VERSION.split('.').slice(0, 2).join('.')]));
  return reply;
};

const getLog = (call: Call): Reply =>
  call.command.get('getLog') === '*' ? doc(['names', []]) : doc(['totalLinesWritten', Int32.of(0)], ['log', []]);

const getCmdLineOpts = (): Reply => doc(['argv', []], ['parsed', doc()]);

export const serverInformationCommands: readonly Command[] = [
  { names: ['buildInfo', 'buildinfo'], fields: [], run: buildInfo },
  { names: ['serverStatus'], fields: ['repl', 'metrics', 'locks'], run: serverStatus },
  { names: ['hostInfo'], fields: [], run: hostInfo },
  { names: ['connectionStatus'], fields: ['showPrivileges'], run: connectionStatus },
  { names: ['getParameter'], fields: ['featureCompatibilityVersion'], adminOnly: true, run: getParameter },
  { names: ['getLog'], fields: [], adminOnly: true, run: getLog },
  { names: ['getCmdLineOpts'], fields: [], adminOnly: true, run: getCmdLineOpts },
];
