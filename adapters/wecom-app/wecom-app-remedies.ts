import { defineTexts } from '../../src/chat/texts.ts';

/** What an administrator can do about each error; for the log and for `doctor`. */
export const remedies = defineTexts({
  zh: {
    secret: '在企业微信管理后台打开该应用,把 Secret 重新抄到 WECOM_APP_SECRET。',
    corp: '在「我的企业 → 企业信息」最下面核对企业ID,抄到 WECOM_APP_CORP_ID。',
    agent: '在应用详情页核对 AgentId,抄到 WECOM_APP_AGENT_ID;Secret 要是同一个应用的。',
    token: '令牌会自动换新;一直出现就核对 WECOM_APP_SECRET,并看有没有别的程序在用同一个 Secret。',
    trustedIp: '应用详情页 →「企业可信IP」→ 加上服务器的出口 IP(在服务器上执行 curl ifconfig.me 可查)。',
    busy: '超过了企业微信的调用频率,会自己恢复;常见的话说明发得太多。',
    scope: '这位同事不在应用的「可见范围」里:应用详情页 →「可见范围」→ 加上本人或所在部门。',
    unknownUser: '企业微信里没有这个账号:在通讯录核对「账号」,重新关联。',
    notLinked: '这位同事还没关联企业微信账号(docs/wecom-app.md 第 5 步)。',
    privilege: '应用没有这个权限:检查「可见范围」;建群要求可见范围是根部门。',
    tooLong: '内容超过企业微信的长度限制;请把这条反馈给我们。',
    callback: '回调请求验证不过:应用详情页「接收消息 → 设置API接收」里的 Token、EncodingAESKey 要和 .env 一字不差。',
    address: 'WEB_PUBLIC_URL 加 /wecom/callback 从这台机器打不开:查域名、证书、反向代理和防火墙。',
    clock: '回调的时间戳和本机时钟差了 5 分钟以上:校准服务器时间(NTP)。',
    elsewhere: '另一个应用的回调也指到了这里:每个应用用自己的地址。',
    store: '存储没响应;企业微信会再发,最多 3 次。看存储那一行。',
    network: '检查服务器到 qyapi.weixin.qq.com 的网络或代理。',
    other: '到 https://developer.work.weixin.qq.com/devtool/query 按错误码查原因。',
  },
  en: {
    secret: "Open the app in WeCom's admin console and copy its Secret to WECOM_APP_SECRET again.",
    corp: 'Compare WECOM_APP_CORP_ID with the 企业ID at the foot of 我的企业 → 企业信息.',
    agent: 'Compare WECOM_APP_AGENT_ID with the AgentId on the page of the app; the Secret must be of the same app.',
    token: 'The token is renewed by itself; if this stays, check WECOM_APP_SECRET and what else uses that Secret.',
    trustedIp: "On the page of the app open 企业可信IP and add the server's outgoing address (curl ifconfig.me there).",
    busy: "Over WeCom's call limits; it passes by itself. Often means that too much is being sent.",
    scope: 'That colleague is outside of the app: add them, or their department, under 可见范围.',
    unknownUser: 'WeCom has no such account: compare 账号 in the address book and link again.',
    notLinked: 'That colleague has no WeCom account linked (docs/wecom-app.md, step 5).',
    privilege: 'The app may not do that: check 可见范围; for groups it must be the root department.',
    tooLong: 'Longer than WeCom allows; please report this.',
    callback:
      'A callback did not verify: Token and EncodingAESKey in 接收消息 → 设置API接收 must be exactly those in .env.',
    address:
      'WEB_PUBLIC_URL with /wecom/callback cannot be opened from here: check name, certificate, proxy and firewall.',
    clock: "A callback's stamp is more than five minutes off: set the server's clock (NTP).",
    elsewhere: 'Another app posts here too: each app needs an address of its own.',
    store: 'The store did not answer; WeCom sends again, three times at most. See the line of the store.',
    network: 'Check the network or proxy from the server to qyapi.weixin.qq.com.',
    other: 'Look the code up at https://developer.work.weixin.qq.com/devtool/query.',
  },
});

export type Remedies = ReturnType<typeof remedies>;

const BY_CODE: Record<string, keyof Remedies> = {
  '40001': 'secret',
  '40003': 'unknownUser',
  '40013': 'corp',
  '40014': 'token',
  '40056': 'agent',
  '40058': 'tooLong',
  '41001': 'token',
  '42001': 'token',
  '45002': 'tooLong',
  '45009': 'busy',
  '45033': 'busy',
  '48002': 'privilege',
  '60011': 'privilege',
  '60020': 'trustedIp',
  '60111': 'unknownUser',
  '81013': 'scope',
  '301002': 'agent',
  '-1': 'busy',
  not_linked: 'notLinked',
  bad_signature: 'callback',
  bad_cipher: 'callback',
  stale_stamp: 'clock',
  address: 'address',
  other_app: 'elsewhere',
  store: 'store',
};

/** What to do about an error, by WeCom's errcode or our own word for it. */
export function remedyOf(code: string, words: Remedies): string {
  const known = Object.hasOwn(BY_CODE, code) ? BY_CODE[code] : undefined;
  if (known !== undefined) return words[known];
  return /^(unreachable|http_)/.test(code) ? words.network : words.other;
}
