import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join, resolve } from 'node:path';

/** Where a running server notes its URI, for other processes that have only the data folder. */
export const announcementPath = (dataDir: string): string => join(dataDir, 'server-uri');

export const socketUri = (path: string): string => `mongodb://${encodeURIComponent(path)}/?directConnection=true`;
export const tcpUri = (port: number): string => `mongodb://127.0.0.1:${port}/?directConnection=true`;

/** The URI of the server that has this data folder open; undefined if none answers. */
export async function runningServerUri(dataDir: string): Promise<string | undefined> {
  const uri = await readFile(announcementPath(resolve(dataDir)), 'utf8').catch(() => undefined);
  return uri !== undefined && (await isAnswering(uri)) ? uri : undefined;
}

function isAnswering(uri: string): Promise<boolean> {
  const host = decodeURIComponent(uri.replace(/^mongodb:\/\//, '').replace(/\/\?.*$/, ''));
  const port = Number(/:(\d+)$/.exec(host)?.[1]);
  return new Promise((done) => {
    const socket = host.startsWith('/') ? connect(host) : connect(port, '127.0.0.1');
    socket.on('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.on('error', () => done(false));
  });
}
