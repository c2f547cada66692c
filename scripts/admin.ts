import { parseArgs } from 'node:util';
import { slackSettings } from '../adapters/slack/slack-config.ts';
import { wecomAppSettings } from '../adapters/wecom-app/wecom-app-config.ts';
import { openRecords, type Records } from '../src/app/records.ts';
import { defineTexts } from '../src/chat/texts.ts';
import { baseConfig, loadConfig } from '../src/config.ts';
import { addPerson, called } from '../src/crm/person/add-person.ts';
import { PersonError } from '../src/errors.ts';
import { environment, spoken } from '../src/main/environment.ts';
import { FIRST_ADMIN, prepareTeam } from '../src/main/first-start.ts';
import { openStore } from '../src/main/open-store.ts';
import { runTool } from '../src/main/run-tool.ts';
import { signInLink } from '../src/main/sign-in-link.ts';
import { wholeConfig } from '../src/main/whole-config.ts';
import { machineClock } from '../src/ports/clock.ts';
import { silentLogger } from '../src/ports/logger.ts';
import { linkSlack } from './admin/link-slack.ts';
import { personalCode } from './admin/personal-code.ts';
import { subscribeHook } from './admin/subscribe-hook.ts';
import { wecomGroup } from './admin/wecom-group.ts';

const texts = defineTexts({
  zh: {
    usage:
      '用法:\n  npm run admin -- link [姓名]                新的登录链接(不写姓名就是管理员)\n  npm run admin -- add 姓名 --role rep|manager [--manager 姓名] [--locale zh|en] [--zone Asia/Shanghai] [--email 工作邮箱]\n  npm run admin -- link-code 姓名               一次性口令,这位同事在私聊里发给机器人就认出来(24小时内有效)\n  npm run admin -- link-slack 姓名 邮箱或成员ID        这位同事在 Slack 上是谁\n  npm run admin -- hook 名字 --members 姓名,姓名 --alerts stale-deals,important-accounts,wins|none   群机器人发什么\n  npm run admin -- wecom-group 群名 --members 姓名,姓名 --alerts …   企业微信应用建一个只收提醒的群',
    link: (name: string, link: string) => `${name} 的登录链接(30分钟内有效,只能用一次):\n  ${link}`,
    code: (name: string, code: string) => `${name} 在和机器人的私聊里发这个口令(24小时内有效,只能用一次):\n  ${code}`,
    email: '--email 不是邮箱。',
    role: '--role 只能是 rep 或 manager。',
    none: (name: string) => `没有叫「${name}」的同事。`,
    several: (name: string) => `叫「${name}」的不止一位,请写全名或编号。`,
    taken: (name: string) => `已经有一位「${name}」了。`,
    notManager: (name: string) => `${name} 不是主管。`,
    locale: '--locale 只能是 zh 或 en。',
    zone: '--zone 要写时区名,如 Asia/Shanghai。',
  },
  en: {
    usage:
      'Usage:\n  npm run admin -- link [NAME]               a new sign-in link (the admin’s, if no name is given)\n  npm run admin -- add NAME --role rep|manager [--manager NAME] [--locale zh|en] [--zone Asia/Shanghai] [--email WORK EMAIL]\n  npm run admin -- link-code NAME            a one-time code to send to the bot in a direct message (24 hours)\n  npm run admin -- link-slack NAME EMAIL|ID           who a colleague is on Slack\n  npm run admin -- hook NAME --members NAME,NAME --alerts stale-deals,important-accounts,wins|none   what a WeCom hook gets\n  npm run admin -- wecom-group NAME --members NAME,NAME --alerts …   a group of the WeCom app that gets alerts',
    link: (name: string, link: string) => `Sign-in link for ${name} (30 minutes, once):\n  ${link}`,
    code: (name: string, code: string) =>
      `${name} sends this code to the bot in a direct message (24 hours, once):\n  ${code}`,
    email: '--email takes an e-mail address.',
    role: '--role takes rep or manager.',
    none: (name: string) => `No colleague is called "${name}".`,
    several: (name: string) => `More than one colleague is called "${name}"; give the full name or the id.`,
    taken: (name: string) => `There is a "${name}" already.`,
    notManager: (name: string) => `${name} is not a manager.`,
    locale: '--locale takes zh or en.',
    zone: '--zone takes a zone such as Asia/Shanghai.',
  },
});
const words = texts(spoken);

async function admin(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      role: { type: 'string' },
      manager: { type: 'string' },
      locale: { type: 'string' },
      zone: { type: 'string' },
      email: { type: 'string' },
      members: { type: 'string' },
      alerts: { type: 'string' },
    },
  });
  const [command, name, slackUser] = positionals;
  const complete =
    command === 'link' ||
    (command === 'link-code' && name !== undefined) ||
    (command === 'add' && name !== undefined) ||
    (command === 'link-slack' && slackUser !== undefined) ||
    ((command === 'hook' || command === 'wecom-group') && name !== undefined);
  if (!complete) throw new PersonError(words.usage);
  const config = loadConfig(wholeConfig, environment);
  const store = await openStore(config, { share: true });
  try {
    const records = await openRecords(store.connection, { clock: machineClock, logger: silentLogger });
    await prepareTeam(records, { locale: config.TEAM_LOCALE, zone: config.TEAM_ZONE, currency: config.TEAM_CURRENCY });
    if (command === 'link-code') {
      const known = await find(records, name ?? '');
      process.stdout.write(`${words.code(known.name, await personalCode(records, known.id))}\n`);
      await records.ledger.close();
      return;
    }
    if (command === 'link-slack') {
      const known = await find(records, name ?? '');
      process.stdout.write(`${await linkSlack(records, slackSettings(config), known, slackUser ?? '', spoken)}\n`);
      await records.ledger.close();
      return;
    }
    if (command === 'hook' || command === 'wecom-group') {
      const members: { id: string; name: string }[] = [];
      for (const member of (values.members ?? '').split(',').filter((one) => one.trim() !== ''))
        members.push(await find(records, member.trim()));
      const asked = { name: name ?? '', members, alerts: values.alerts };
      const ids = members.map(({ id }) => id);
      const said =
        command === 'hook'
          ? await subscribeHook(records, config.WECOM_HOOKS, { ...asked, members: ids }, spoken)
          : await wecomGroup(records, wecomAppSettings(config), asked, spoken);
      process.stdout.write(`${said}\n`);
      await records.ledger.close();
      return;
    }
    const person =
      command === 'link' ? await find(records, name ?? FIRST_ADMIN) : await add(records, name ?? '', values);
    const address = config.WEB_PUBLIC_URL ?? `http://${config.WEB_HOST}:${config.WEB_PORT}`;
    const link = signInLink(address, await records.signIns.newLink(person.id));
    process.stdout.write(`${words.link(person.name, link)}\n`);
    await records.ledger.close();
  } finally {
    await store.close();
  }
}

async function find({ stores }: Records, name: string): Promise<{ id: string; name: string }> {
  const [person, second] = called(await stores.people.active(), name);
  if (person === undefined) throw new PersonError(words.none(name));
  if (second !== undefined) throw new PersonError(words.several(name));
  return { id: person._id, name: person.name };
}

type AddOptions = { role?: string; manager?: string; locale?: string; zone?: string; email?: string };

async function add(records: Records, given: string, options: AddOptions): Promise<{ id: string; name: string }> {
  const name = given.trim();
  const { role, locale, zone, email } = options;
  if (email !== undefined && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) throw new PersonError(words.email);
  if (role !== 'rep' && role !== 'manager') throw new PersonError(words.role);
  if (locale !== undefined && locale !== 'zh' && locale !== 'en') throw new PersonError(words.locale);
  if (zone !== undefined && !baseConfig.shape.TEAM_ZONE.safeParse(zone).success) throw new PersonError(words.zone);
  const people = await records.stores.people.active();
  if (name === '' || called(people, name).length > 0) throw new PersonError(words.taken(name));
  const manager = options.manager === undefined ? null : await find(records, options.manager);
  if (manager !== null && people.find(({ _id }) => _id === manager.id)?.role === 'rep')
    throw new PersonError(words.notManager(manager.name));
  const id = `person-${crypto.randomUUID().slice(0, 8)}`;
  const team = await records.stores.team.settings();
  await addPerson(
    records.ledger,
    `admin:add-${id}`,
    id,
    {
      name,
      role,
      manager: manager?.id ?? null,
      ...(locale === undefined ? {} : { locale }),
      ...(zone === undefined ? {} : { zone }),
      ...(email === undefined ? {} : { email }),
    },
    team,
  );
  return { id, name };
}

await runTool(admin);
