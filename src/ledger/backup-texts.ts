import { defineTexts } from '../chat/texts.ts';
import { PersonError } from '../errors.ts';

const texts = defineTexts({
  zh: {
    foreign: '这不是跟进的备份文件。',
    broken: '备份文件不完整或已损坏,没有恢复任何内容。',
    newer: (format: number) => `这份备份是更新的格式(${format}),请用新版程序恢复。`,
    notEmpty: '目标数据库不是空的。请恢复到一个空的数据文件夹或空的数据库。',
    missing: '找不到这个备份文件。',
    noKeys: (file: string) =>
      `找不到密钥文件 ${file}。没有它,姓名、电话、备注等个人信息将无法读出。指明它:npm run restore -- FILE --keys KEYFILE;确要放弃这些内容:npm run restore -- FILE --without-keys。`,
    foreignKeys: (file: string) => `${file} 不是跟进的密钥文件,或已损坏。没有恢复任何内容。`,
  },
  en: {
    foreign: 'This is not a Genjin backup.',
    broken: 'The backup file is incomplete or damaged. Nothing was restored.',
    newer: (format: number) => `This backup has a newer format (${format}). Restore it with the newer version.`,
    notEmpty: 'The target is not empty. Restore into an empty data folder or an empty database.',
    missing: 'There is no such backup file.',
    noKeys: (file: string) =>
      `There is no key file ${file}. Without it names, phones, notes and all other personal fields stay unreadable. Name it: npm run restore -- FILE --keys KEYFILE; or give them up: npm run restore -- FILE --without-keys.`,
    foreignKeys: (file: string) => `${file} is not a Genjin key file, or it is damaged. Nothing was restored.`,
  },
});

/** What is wrong with a backup, in both languages: who reads it is not known. */
export const refusal = (words: (table: ReturnType<typeof texts>) => string): PersonError =>
  new PersonError(`${words(texts('en'))}\n${words(texts('zh'))}`);
