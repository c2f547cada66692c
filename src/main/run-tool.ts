import { defineTexts } from '../chat/texts.ts';
import { PersonError } from '../errors.ts';
import { spoken } from './environment.ts';

const texts = defineTexts({
  zh: {
    inUse: '数据目录正被另一个进程使用。先停掉它,或换一个 DATA_DIR。',
    corrupt: '数据目录打不开,可能已损坏。把它移走,再用备份恢复:npm run restore FILE。',
    file: (path: string, code: string) => `打不开或写不了 ${path}(${code})。请检查路径、权限和空间。`,
    unreachable: '连不上存储。请检查 MONGODB_URI,或 MongoDB 是否在运行。',
    failed: '启动失败。',
    port: '端口已被占用。换一个 WEB_PORT。',
  },
  en: {
    inUse: 'Another process has the data folder. Stop it first, or set another DATA_DIR.',
    corrupt: 'The data folder does not open; it may be damaged. Move it away, then: npm run restore FILE.',
    file: (path: string, code: string) =>
      `Cannot open or write ${path} (${code}). Check the path, its rights and the disk.`,
    unreachable: 'The store does not answer. Check MONGODB_URI, and that MongoDB is running.',
    failed: 'It did not start.',
    port: 'The port is taken. Set another WEB_PORT.',
  },
});

/** What to tell the person at the terminal about an error, in their language. */
export function explained(error: unknown): string {
  const words = texts(spoken);
  if (!(error instanceof Error)) return words.failed;
  if (error instanceof PersonError) return error.message;
  if (error.name === 'DataFolderInUse') return words.inUse;
  if (error.name === 'DataFolderDamaged' || error.name === 'DataFolderUnreadable')
    return `${words.corrupt}\n(${error.message})`;
  if (error.name === 'ServiceError') return words.unreachable;
  if ('code' in error && error.code === 'EADDRINUSE') return words.port;
  if ('path' in error && 'code' in error) return words.file(String(error.path), String(error.code));
  return `${words.failed} ${error.message}`;
}

/** Runs a command-line tool: an error is told in words and ends the process with 1. */
export async function runTool(tool: () => Promise<void>): Promise<void> {
  try {
    await tool();
  } catch (error) {
    process.stderr.write(`${explained(error)}\n`);
    // What it had opened until then (the store, ticks) would keep the process up; a crash leaves nothing to clean up.
    process.exit(1);
  }
}
