// A small operator to look at while the hub is not there: only for development and the browser test, never shipped.
const now = Date.now();
const hour = 3_600_000;
const day = 24 * hour;
const instant = (milliseconds) => new Date(now - milliseconds).toISOString();
const date = (milliseconds) => instant(milliseconds).slice(0, 10);
const monthStart = (back) => {
  const today = new Date(now);
  return new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1));
};
const iso = (moment) => moment.toISOString().slice(0, 10);
const money = (amount, currency = 'TWD') => ({ amount, currency });
const idOf = (type, key) => Buffer.from(`${type}:${key}`).toString('base64url');
const texts = (zhHant, zhHans, en) => ({ zhHant, zhHans, en });

const tags = {
  platinum: { key: 'platinum-member', category: 'value', name: texts('白金會員', '白金会员', 'Platinum member') },
  roamer: { key: 'frequent-roamer', category: 'usage', name: texts('常漫遊', '常漫游', 'Frequent roamer') },
  gold: { key: 'gold-member', category: 'value', name: texts('金卡會員', '金卡会员', 'Gold member') },
};
for (const tag of Object.values(tags)) tag.id = idOf('Tag', tag.key);

const offering = (code, kind, name, price, dataMegabytes = null, lifecycleStatus = 'LAUNCHED') => ({
  id: idOf('ProductOffering', code),
  code,
  kind,
  name,
  lifecycleStatus,
  monthlyPrice: price && money(price),
  voiceMinutes: null,
  messages: null,
  dataMegabytes,
});
const offerings = {
  plan: offering('5G1399', 'PLAN', texts('5G 暢行 1399', '5G 畅行 1399', '5G Unbounded 1399'), '1399.00', 81_920),
  line: offering('4G499', 'PLAN', texts('4G 輕量 499', '4G 轻量 499', '4G Light 499'), '499.00', 10_240, 'RETIRED'),
  fiber: offering('FTTH500', 'BROADBAND', texts('光纖 500M', '光纤 500M', 'Fibre 500M'), '899.00'),
  video: offering('VIDEO', 'CONTENT', texts('影音暢看', '影音畅看', 'Video Pass'), '150.00'),
  phone: offering('PHONE15', 'DEVICE', texts('智慧手機 15', '智能手机 15', 'Smartphone 15'), '1166.00'),
  roam: offering('ROAMJP', 'ADD_ON', texts('日本漫遊日租', '日本漫游日租', 'Japan roaming day pass'), null),
};

const usage = (months, over = []) =>
  months.map((dataMegabytes, back) => ({
    month: iso(monthStart(back)),
    voiceMinutes: 240 + ((back * 37) % 90),
    messages: 6 + (back % 5),
    dataMegabytes,
    roamingMegabytes: back === 1 ? 2_150 : null,
    overAllowance: over.includes(back),
  }));

const product = (key, sold, rest) => ({
  id: idOf('Product', key),
  offering: sold,
  name: sold.name.zhHant,
  kind: sold.kind,
  status: 'ACTIVE',
  serialNumber: null,
  startDate: date(900 * day),
  terminationDate: null,
  monthlyPrice: sold.monthlyPrice,
  usage: [],
  ...rest,
});

const bill = (back, amount, state, remaining = '0.00') => {
  const start = monthStart(back + 1);
  return {
    id: idOf('CustomerBill', `B${back}`),
    billNo: `B${iso(start).slice(0, 7).replace('-', '')}-118204`,
    periodStart: iso(start),
    periodEnd: iso(new Date(monthStart(back).getTime() - day)),
    amountDue: money(amount),
    remainingAmount: money(remaining),
    dueDate: iso(new Date(monthStart(back).getTime() + 14 * day)),
    state,
  };
};

let interactionNumber = 0;
const interaction = (ago, channel, type, rest) => ({
  id: idOf('PartyInteraction', (interactionNumber += 1)),
  type,
  channel,
  direction: 'INBOUND',
  status: 'COMPLETED',
  reason: null,
  rootCause: null,
  resolution: null,
  text: null,
  originContext: null,
  agent: null,
  startedAt: instant(ago),
  endedAt: instant(ago - 600_000),
  queueSeconds: null,
  talkSeconds: null,
  holdSeconds: null,
  afterCallSeconds: null,
  ...rest,
});

const routine = ['查詢用量', '查詢帳單', '瀏覽方案', '下載電子發票', '變更通知設定'];
const interactions = [
  interaction(3 * hour, 'CALL_CENTER', 'COMPLAINT', {
    status: 'IN_PROGRESS',
    reason: '家中 5G 訊號不穩,視訊會議斷線',
    text: '這週第三次了,每次開會都斷線。上次說會派人檢查基地台,到現在沒有消息。',
    resolution: '已轉網路部門,承諾 24 小時內回覆',
    agent: '林書豪',
    queueSeconds: 184,
    talkSeconds: 512,
    holdSeconds: 95,
  }),
  interaction(26 * hour, 'APP', 'SELF_SERVICE', {
    reason: '查詢帳單',
    originContext: '/bills/latest',
    resolution: '已顯示',
  }),
  interaction(4 * day, 'CALL_CENTER', 'INCIDENT', {
    reason: '室內收訊差',
    rootCause: '大安 E-17 基地台功率異常',
    resolution: '開立工單 N-20931',
    text: '客廳只有一格訊號,打電話聽不清楚。',
    agent: '王雅婷',
    queueSeconds: 65,
    talkSeconds: 388,
  }),
  interaction(9 * day, 'SMS', 'NOTICE', { direction: 'OUTBOUND', reason: '帳單繳費提醒' }),
  interaction(18 * day, 'STORE', 'REQUEST', {
    reason: '更換 eSIM',
    resolution: '已完成',
    originContext: '台北忠孝門市',
    agent: '張家豪',
  }),
  interaction(33 * day, 'CHAT', 'ENQUIRY', {
    reason: '日本漫遊費率',
    resolution: '已說明日租方案',
    text: '下週去東京五天,吃到飽怎麼算?',
  }),
  interaction(47 * day, 'EMAIL', 'COMPLAINT', {
    reason: '漫遊費用爭議',
    rootCause: '落地簡訊延遲送達',
    resolution: '退還 NT$398',
    text: '我沒有收到開通簡訊,為什麼被收兩天的費用?',
    agent: '陳美玲',
  }),
  interaction(61 * day, 'SOCIAL', 'SUGGESTION', { reason: '希望 App 可以顯示家人用量' }),
  interaction(75 * day, 'IVR', 'ENQUIRY', { reason: '餘額查詢', talkSeconds: 48 }),
  interaction(90 * day, 'LETTER', 'NOTICE', { direction: 'OUTBOUND', reason: '合約到期通知' }),
  ...Array.from({ length: 36 }, (_, step) =>
    interaction((96 + step * 8) * day, step % 3 ? 'APP' : 'WEB', 'SELF_SERVICE', {
      reason: routine[step % routine.length],
    }),
  ),
];

const feedback = [
  {
    instrument: 'NPS',
    score: 4,
    scaleMin: 0,
    scaleMax: 10,
    solved: null,
    text: '訊號不穩,客服態度很好但問題沒解決。',
    ago: 3 * day,
  },
  { instrument: 'CES', score: 3, scaleMin: 1, scaleMax: 7, solved: false, text: null, ago: 4 * day },
  { instrument: 'CSAT', score: 5, scaleMin: 1, scaleMax: 5, solved: true, text: '門市人員很有耐心。', ago: 18 * day },
  {
    instrument: 'COMMENT',
    score: null,
    scaleMin: null,
    scaleMax: null,
    solved: null,
    text: '希望家裡的網路和手機可以開一張帳單。',
    ago: 62 * day,
  },
].map(({ ago, ...rest }, place) => ({ id: idOf('Feedback', place), answeredAt: instant(ago), ...rest }));

const scores = [58, 61, 74, 80, 79, 83, 86, 84, 88, 87, 85, 86];
const experience = scores.map((score, back) => ({
  month: iso(monthStart(back)),
  drops: Math.round((100 - score) / 6),
  throughput: 40 + score * 2.35,
  latency: 62 - score * 0.4,
  outages: score < 65 ? 2 : 0,
  score,
}));

const record = (source, feed, key, rule) => ({
  source,
  feed,
  key,
  rule,
  firstSeen: instant(700 * day),
  lastSeen: instant(12 * day),
});

const nothing = {
  contactMedia: [],
  sourceRecords: [],
  tags: [],
  interactions: [],
  products: [],
  bills: [],
  billingAccounts: [],
  feedback: [],
  networkExperience: [],
  area: null,
};

const customer = (key, displayName, rest) => ({
  __typename: 'Customer',
  id: idOf('Customer', key),
  kind: 'INDIVIDUAL',
  displayName,
  givenName: null,
  familyName: null,
  birthDate: null,
  gender: null,
  language: 'zh-Hant',
  country: 'TW',
  province: '臺北市',
  city: '大安區',
  postalCode: '106',
  status: 'ACTIVE',
  customerSince: date(1500 * day),
  arpu: null,
  churnRisk: null,
  updatedAt: instant(5 * hour),
  ...nothing,
  ...rest,
});

const contact = (type, value, preferred = false) => ({ type, value, preferred });

export const customers = [
  customer('0f3a91c2', '陳怡君', {
    birthDate: '1988-04-17',
    gender: 'FEMALE',
    customerSince: '2016-09-03',
    arpu: money('2448.00'),
    churnRisk: 72,
    contactMedia: [
      contact('PHONE', '+886912345678', true),
      contact('EMAIL', 'yichun.chen@example.com', true),
      contact('PHONE', '+886227001234'),
      contact('POSTAL', '臺北市大安區和平東路二段 106 號 7 樓'),
    ],
    sourceRecords: [
      record('crm', 'customers', 'C00118204', 'same-national-id'),
      record('billing', 'accounts', '1020040118', 'same-national-id'),
      record('billing', 'accounts', '1020077301', 'same-mobile-and-birth-date'),
      record('network', 'subscribers', 'S-88120455', 'same-account-number'),
      record('channel', 'profiles', 'app-5b1e77', 'same-email-and-name'),
    ],
    tags: [
      { node: tags.platinum, since: instant(400 * day) },
      { node: tags.roamer, since: instant(30 * day) },
    ],
    interactions,
    products: [
      product('P1', offerings.plan, {
        serialNumber: '+886912345678',
        usage: usage(
          [61_200, 90_112, 70_300, 66_000, 58_200, 71_000, 64_000, 52_000, 49_800, 55_000, 47_000, 44_100],
          [1],
        ),
      }),
      product('P2', offerings.fiber, { serialNumber: 'FT-2209-4471', startDate: date(620 * day) }),
      product('P3', offerings.phone, { serialNumber: '356938035643809', startDate: date(210 * day) }),
      product('P4', offerings.video, { startDate: date(90 * day), status: 'SUSPENDED' }),
      product('P5', offerings.line, {
        status: 'TERMINATED',
        serialNumber: '+886933222111',
        startDate: '2016-09-03',
        terminationDate: '2024-06-30',
      }),
    ],
    bills: [
      bill(0, '2448.00', 'SENT', '2448.00'),
      bill(1, '2846.00', 'PARTIALLY_PAID', '398.00'),
      bill(2, '3246.00', 'ON_HOLD', '796.00'),
      ...Array.from({ length: 9 }, (_, step) => bill(step + 3, '2298.00', 'SETTLED')),
    ],
    billingAccounts: [
      {
        id: idOf('BillingAccount', '1020040118'),
        accountNo: '1020040118',
        state: 'ACTIVE',
        paymentStatus: 'OVERDUE',
        balance: money('3642.00'),
      },
      {
        id: idOf('BillingAccount', '1020077301'),
        accountNo: '1020077301',
        state: 'ACTIVE',
        paymentStatus: 'IN_GOOD_STANDING',
        balance: money('-150.00'),
      },
    ],
    feedback,
    networkExperience: experience,
    area: { id: idOf('Area', '106'), postalCode: '106', province: '臺北市', city: '大安區', population: 298_817 },
  }),
  customer('1b77e0d4', '陳志明', {
    gender: 'MALE',
    tags: [{ node: tags.gold, since: null }],
    contactMedia: [contact('PHONE', '+886912345678'), contact('EMAIL', 'cm.chen@example.com', true)],
    // The products of this customer cannot be read: the page has to say so and show the rest.
    products: () => {
      throw new Error('broken on purpose');
    },
    feedback: feedback.slice(2, 3),
    interactions: interactions.slice(4, 7),
  }),
  customer('2c90aa17', '陈怡君', {
    language: 'zh-Hans',
    country: 'CN',
    province: '福建省',
    city: '厦门市',
    status: 'PROSPECT',
    customerSince: null,
    contactMedia: [contact('PHONE', '+8613860001234', true)],
  }),
  customer('3d1120b8', 'Nguyễn Thị Hoa', {
    language: 'en',
    status: 'SUSPENDED',
    province: '桃園市',
    city: '中壢區',
    contactMedia: [contact('PHONE', '+886970111222', true)],
  }),
  customer('4e55c3f1', '大同精密股份有限公司', {
    kind: 'ORGANIZATION',
    province: '新竹市',
    city: '東區',
    contactMedia: [contact('PHONE', '+88635780000', true), contact('EMAIL', 'it@datong.example.com')],
  }),
  customer('5f62d19e', 'Priya Raghunathan', {
    language: 'en',
    country: 'HK',
    province: 'Hong Kong',
    city: 'Kowloon',
    status: 'CHURNED',
  }),
  ...Array.from({ length: 24 }, (_, step) => customer(`6a${step}`, `陳大文 ${step + 1}`, {})),
];
