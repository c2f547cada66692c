import { defineTexts } from '../../src/chat/texts.ts';
import { describeFault, type Fault } from '../../src/infra/embedded-mongo/storage/inspect.ts';

function faultInChinese(fault: Fault): string {
  const { namespace } = fault;
  switch (fault.kind) {
    case 'unreadable':
      return `${namespace}:第 ${fault.row} 条文档的内容与校验和不符`;
    case 'entryMissing':
      return `${namespace}:索引 ${fault.index} 缺少第 ${fault.row} 条文档的条目`;
    case 'entryWrong':
      return `${namespace}:索引 ${fault.index} 中第 ${fault.row} 条文档的条目有误`;
    case 'entryCount':
      return `${namespace}:索引 ${fault.index} 有 ${fault.found} 个条目,按文档应有 ${fault.needed} 个`;
    case 'count':
      return `${namespace}:有 ${fault.found} 条文档,记录的却是 ${fault.counted} 条`;
  }
}

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

/** The words of `npm run store`. */
export const storeTexts = defineTexts({
  zh: {
    usage: `用法:npm run --silent store -- 命令 [--data 目录]
  serve [--port N | --socket 路径]   打开数据目录提供服务,直到收到信号;输出连接地址
  check                              读一遍所有页和文档,逐条核对索引
  backup 文件                        复制数据,服务运行时也可以
  restore 文件                       用备份替换现有数据(先检查备份;损坏的原文件留作 .damaged)
  compact                            把空闲空间还给磁盘
  copy-to MONGODB_URI                搬到真正的 MongoDB;中断了再运行一次即可`,
    checked: (collections: number, documents: number) => `✓ ${collections} 个集合,${documents} 条文档,没有问题`,
    fault: faultInChinese,
    faults: (count: number) => `✗ 发现 ${count} 处问题。请用备份恢复:npm run store -- restore 文件`,
    backedUp: (file: string) => `✓ 已备份到 ${file}`,
    restored: (documents: number) => `✓ 已恢复,共 ${documents} 条文档`,
    notRestored: '✗ 备份有问题,现有数据没有改动。',
    compacted: (before: string, after: string) => `✓ ${before} → ${after}`,
    missing: (path: string) => `${path} 里没有数据。`,
    exists: (path: string) => `${path} 已经存在,换一个文件名。`,
    onePlace: '--port 和 --socket 只能给一个。',
    noPort: (port: string) => `${port} 不是端口号。`,
    noTarget: '请给出目标地址,如 mongodb://主机/数据库。',
    unreachable: '连不上目标 MongoDB。请检查地址,以及它是否在运行。',
    copied: (documents: number, collections: number, indexes: number) =>
      `✓ 已复制 ${documents} 条文档、${collections} 个集合、${indexes} 个索引。现在可以把 MONGODB_URI 设为目标地址并启动。`,
    surplus: (name: string, more: number) => `${name}:目标里多出 ${more} 条文档。请换一个空的数据库,或先清空它。`,
  },
  en: {
    usage: `usage: npm run --silent store -- COMMAND [--data DIR]
  serve [--port N | --socket PATH]   serve the data folder until a signal; prints the URI
  check                              read every page and document, walk every index
  backup FILE                        copy the data, also while a server runs
  restore FILE                       put a backup in the place of the data (checked first; a damaged file is kept as .damaged)
  compact                            give free space back to the disk
  copy-to MONGODB_URI                move on to a MongoDB server; interrupted, run it again`,
    checked: (collections: number, documents: number) =>
      `✓ ${many(collections, 'collection', 'collections')}, ${many(documents, 'document', 'documents')}, no faults`,
    fault: describeFault,
    faults: (count: number) => `✗ ${many(count, 'fault', 'faults')}. Restore a backup: npm run store -- restore FILE`,
    backedUp: (file: string) => `✓ copied to ${file}`,
    restored: (documents: number) => `✓ restored, ${many(documents, 'document', 'documents')}`,
    notRestored: '✗ The backup has faults; the data are as they were.',
    compacted: (before: string, after: string) => `✓ ${before} → ${after}`,
    missing: (path: string) => `There is no data in ${path}.`,
    exists: (path: string) => `${path} exists already; give another name.`,
    onePlace: 'Give --port or --socket, not both.',
    noPort: (port: string) => `${port} is no port.`,
    noTarget: 'Give the address to move to, such as mongodb://host/database.',
    unreachable: 'The target does not answer. Check its address, and that it is running.',
    copied: (documents: number, collections: number, indexes: number) =>
      `✓ ${many(documents, 'document', 'documents')}, ${many(collections, 'collection', 'collections')} and ${many(indexes, 'index', 'indexes')} copied. Now set MONGODB_URI to that address and start.`,
    surplus: (name: string, more: number) =>
      `${name}: the target has ${many(more, 'more document', 'more documents')}. Take an empty database, or empty this one first.`,
  },
});
