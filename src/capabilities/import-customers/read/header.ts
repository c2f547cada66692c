/** What a column can hold. */
export type Field =
  | 'name'
  | 'alias'
  | 'contact'
  | 'familyName'
  | 'givenName'
  | 'title'
  | 'phone'
  | 'email'
  | 'owner'
  | 'amount'
  | 'currency'
  | 'stage'
  | 'lastContact'
  | 'birthday'
  | 'region'
  | 'industry'
  | 'note'
  | 'source';

const WORDS: Record<Field, string> = {
  name: '名称 单位全称 机构 机构名称 学校 学校名称 dealcompany associatedcompany organizationname organisationname employer 客户 客户名称 客户名 客户全称 公司 公司名称 公司名 公司全称 企业 企业名称 单位 单位名称 甲方 account accountname company companyname customer customername client clientname organization organisation business',
  alias: '简称 客户简称 公司简称 别名 shortname alias',
  contact:
    '联系人名称 客户姓名 keycontact maincontact contactfullname 联系人 联系人姓名 主要联系人 客户联系人 姓名 对接人 关键人 决策人 contact contactname contactperson person fullname primarycontact name',
  familyName: '姓 lastname surname familyname contactlastname',
  givenName: '名 名字 firstname givenname forename contactfirstname',
  title: '职称 contacttitle 职务 职位 岗位 头衔 联系人职务 title jobtitle position role',
  phone:
    '手机电话 联系人手机 移动电话 mobilephone cellphone workphone businessphone officephone directphone primaryphone contactphone 电话 手机 手机号 手机号码 联系电话 电话号码 联系方式 联系人电话 座机 固话 phone phonenumber mobile mobilephone cell tel telephone',
  email:
    '联系邮箱 联系人邮箱 电子邮件地址 workemail contactemail primaryemail businessemail 邮箱 邮件 电子邮箱 电子邮件 email emailaddress mail',
  owner:
    '负责销售 所属销售 跟进销售 销售代表 销售人员 销售顾问 客户归属 dealowner contactowner leadowner opportunityowner companyowner recordowner salesowner assignee 负责人 客户负责人 销售 销售员 销售负责人 业务员 归属 归属人 跟进人 所有人 客户经理 owner accountowner salesrep rep salesperson assignedto accountmanager',
  amount:
    '预估金额 意向金额 签约金额 项目金额 预算金额 总金额 预计销售金额 预计收入 expectedrevenue estimatedvalue expectedamount opportunityvalue contractvalue totalvalue 金额 预计金额 商机金额 合同金额 报价 报价金额 预算 订单金额 成交金额 预计成交金额 amount dealvalue value dealamount dealsize budget revenue opportunityamount',
  currency: '币种 货币 币别 currency',
  stage:
    '商机状态 线索状态 进度 跟进阶段 客户阶段 当前阶段 opportunitystage leadstatus lifecyclestage 阶段 销售阶段 商机阶段 状态 客户状态 跟进状态 进展 stage dealstage salesstage status pipelinestage',
  lastContact:
    '最新跟进时间 最后联系日期 最后跟进 最后跟进日期 最近一次联系 最近一次跟进 上次联系时间 上次联系日期 上次跟进时间 最近拜访 最近互动 lastcontacteddate lastfollowup lastfollowupdate lastinteraction lastinteractiondate 最近联系 最近联系时间 最近联系日期 最后联系 最后联系时间 最近跟进 最近跟进时间 最后跟进时间 最近跟进日期 上次联系 上次跟进 跟进时间 跟进日期 联系日期 lastcontact lastcontacted lastcontactdate lastactivity lastactivitydate lasttouch lasttouched',
  birthday:
    '农历生日 阴历生日 公历生日 阳历生日 lunarbirthday 生日 出生日期 联系人生日 birthday birthdate dateofbirth dob',
  region:
    '省 市 国家 国家地区 countryregion companycity billingcity 地区 区域 省份 城市 所在地 省市 所在城市 地域 region city area state province location territory country',
  industry: '客户行业 公司行业 行业 所属行业 行业类型 industry sector vertical',
  note: '详情 沟通记录 跟进情况 最近跟进内容 补充说明 lastnote 备注 说明 跟进记录 描述 跟进内容 情况 最新进展 note notes remark remarks comment comments description',
  source: '来源 客户来源 线索来源 渠道 source leadsource channel',
};

const byWord = new Map<string, Field>(
  Object.entries(WORDS).flatMap(([field, words]) => words.split(' ').map((word) => [word, field as Field] as const)),
);

/** What a header's words say of its column; `times`: how many units one of its figures is (万元: 10,000). */
export interface Heading {
  field: Field;
  times: number;
  words: string;
}

export function headingOf(cell: string): Heading | null {
  const text = cell.normalize('NFKC').toLowerCase();
  const unit = /[([/【]\s*([^)\]】]*)/.exec(text)?.[1] ?? '';
  const word = text.replace(/[([【].*$/, '').replace(/[\s\p{P}\p{S}]/gu, '');
  const field =
    byWord.get(word) ?? byWord.get(text.replace(/[\s\p{P}\p{S}]/gu, '')) ?? byWord.get(text.split('/')[0] ?? '');
  if (field === undefined) return null;
  const times = /百万|million|\bm\b/.test(unit)
    ? 1e6
    : /万|\bw\b/.test(unit)
      ? 1e4
      : /千|thousand|\bk\b/.test(unit)
        ? 1e3
        : 1;
  return { field, times, words: cell };
}
