// Loads and schedules of the stand-in for the hub. The running load moves on by the clock, so that the page can be seen
// to follow it; stopping it stops it.
const began = Date.now();
const minute = 60_000;
const hour = 60 * minute;
const instant = (ago) => new Date(began - ago).toISOString();
const day = 24 * hour;
// How long ago the nightly load of so many nights before the last one began: at 2:30 in Taipei.
const half = 18.5 * hour;
const night = (back) => began - (Math.floor((began - hour - half) / day) * day + half) + back * day;
const idOf = (type, key) => Buffer.from(`${type}:${key}`).toString('base64url');
const texts = (zhHant, zhHans, en) => ({ zhHant, zhHans, en });

const step = (name, done, seconds, rest = {}) => ({
  name,
  status: 'COMPLETED',
  done,
  total: done,
  seconds,
  failure: null,
  ...rest,
});
const steps = (size) => [
  step('prepare', 1, 0.4),
  step('land', 9, size / 52_000),
  step('resolve', size, size / 210_000),
  step('merge Customer', Math.round(size / 9), size / 91_000),
  step('merge SourceRecord', Math.round(size / 4), size / 77_000),
  step('merge ContactMedium', Math.round(size / 5), size / 83_000),
  step('merge Product', Math.round(size / 6), size / 102_000),
  step('merge PartyInteraction', Math.round(size / 3), size / 88_000),
  step('index', Math.round(size / 9), size / 130_000),
];

const hash = (seed) =>
  Array.from({ length: 64 }, (_, place) => ((seed * 31 + place * place * 7 + 3 * place) % 16).toString(16)).join('');
const file = (name, rows, rest = {}) => ({
  file: name,
  sha256: hash(rows.read),
  bytes: rows.read * 143,
  refused: null,
  ...rows,
  ...rest,
});
const rowsOf = (read, added, changed, closed, rejected) => ({
  read,
  added,
  changed,
  closed,
  rejected,
  unchanged: read - added - changed - closed - rejected,
});
const feed = (source, name, rows, vanished = 0, files = [file(`${source}/${name}.csv`, rows)]) => ({
  source,
  feed: name,
  files,
  vanished,
  ...rows,
});
const refused = {
  ...file('billing/bills-2026-11.csv', rowsOf(0, 0, 0, 0, 0)),
  bytes: 116_480,
  refused: 'It has 812 rows; at least 10,000 were expected',
};
const feeds = [
  feed('crm', 'customers', rowsOf(1_204_118, 3_120, 18_442, 12, 41), 207),
  feed('billing', 'bills', rowsOf(3_611_206, 402_118, 9_050, 0, 3), 0, [
    file('billing/bills-2026-10.csv', rowsOf(3_611_206, 402_118, 9_050, 0, 3)),
    refused,
  ]),
  feed('channel', 'interactions', rowsOf(884_310, 884_310, 0, 0, 0)),
  feed('network', 'experience', rowsOf(1_190_004, 0, 1_190_004, 0, 0)),
];
const emptyFeeds = [feed('crm', 'customers', rowsOf(1_204_118, 0, 0, 0, 0))];

const reasons = ['TYPE', 'REQUIRED', 'CODE', 'DUPLICATE', 'UNKNOWN_REFERENCE'];
const messages = [
  "'3•••••••' is no date as %Y-%m-%d",
  'A customer number must be there, but is not',
  "'Q' is none of A, S, T",
  'Line 118 has the same key',
  'No source has the customer C•••••••8',
];
const cell = (column, value, rest = {}) => ({
  column,
  value,
  masked: false,
  atFault: false,
  correction: null,
  ...rest,
});
const refusedRow = (place) => ({
  id: idOf('RefusedRow', place),
  status: 'OPEN',
  text: place % 7 === 3 ? '"C00004711,王' : null,
  acceptedIn: null,
  correctedBy: null,
  correctedAt: null,
  cells: [
    cell('born', '1990-13-45', { atFault: true }),
    cell('customer_no', 'C00004711'),
    cell('name', 'xxx', { masked: true }),
    cell('state', 'A'),
  ],
});
const reject = (_, place) => ({
  source: 'crm',
  feed: 'customers',
  file: 'crm/customers.csv',
  line: 1_204 + place * 817,
  field: ['born', 'customer_no', 'state', null, 'customer_no'][place % reasons.length],
  reason: reasons[place % reasons.length],
  message: messages[place % reasons.length],
  status: 'OPEN',
  row: place % 7 === 6 ? null : refusedRow(place),
});
const rejects = Array.from({ length: 44 }, reject);
const rejectGroups = reasons.map((reason) => {
  const count = rejects.filter((each) => each.reason === reason).length;
  return { source: 'crm', feed: 'customers', reason, count, open: count };
});
const notices = [
  {
    source: 'billing',
    feed: 'bills',
    file: 'billing/bills-2026-11.csv',
    severity: 'WARN',
    code: 'ROWS',
    message: '812 rows; at least 10,000 were expected',
  },
  {
    source: 'network',
    feed: 'experience',
    file: null,
    severity: 'WARN',
    code: 'FRESHNESS',
    message: 'The newest file is 31 hours old; at most 26 were expected',
  },
];

const load = (number, ago, minutes, rest = {}) => ({
  __typename: 'Load',
  id: idOf('Load', number),
  number,
  status: 'COMPLETED',
  startedAt: instant(ago),
  endedAt: instant(ago - minutes * minute),
  trigger: 'SCHEDULE',
  startedBy: 'nightly-load',
  full: false,
  selection: [],
  period: null,
  steps: steps(6_889_638),
  feeds,
  notices,
  rejects,
  rejectGroups,
  rejectCount: rejects.length,
  ...rest,
});
const clean = {
  feeds: emptyFeeds,
  notices: [],
  rejects: [],
  rejectGroups: [],
  rejectCount: 0,
  steps: steps(1_204_118),
};

const older = [
  load(41, night(0), 4.2),
  load(40, night(0) + 15 * hour, 1.1, {
    ...clean,
    status: 'FAILED',
    trigger: 'USER',
    startedBy: 'lin.yating',
    selection: ['crm', 'billing.bills'],
    steps: [
      ...steps(1_204_118).slice(0, 3),
      step('merge Customer', 61_000, 12.2, {
        status: 'FAILED',
        total: 133_791,
        failure: 'Neo4j did not answer for 5 minutes: bolt://graph.internal:7687. Start it, then start a load.',
      }),
    ],
  }),
  ...Array.from({ length: 36 }, (_, back) => load(39 - back, night(1 + back), 0.8 + (back % 5) * 0.3, clean)),
  load(3, 930 * hour, 0.2, { ...clean, status: 'STOPPED', trigger: 'USER', startedBy: 'lin.yating', full: true }),
  load(2, 931 * hour, 0.4, { ...clean, trigger: 'COMMAND', startedBy: 'root' }),
  load(1, 932 * hour, 61, { trigger: 'START', startedBy: null }),
];

const run = (schedule, key, ago, rest = {}) => ({
  id: idOf('ScheduleRun', `${schedule}:${key}`),
  schedule,
  logicalDate: instant(ago + 24 * hour),
  covers: null,
  cause: 'SCHEDULE',
  askedBy: null,
  startsAt: instant(ago),
  status: 'COMPLETED',
  startedAt: instant(ago),
  endedAt: instant(ago - 4 * minute),
  failures: 0,
  loadNumber: 41,
  message: null,
  ...rest,
});
const timing = (kind, rest) => ({
  kind,
  cron: null,
  zone: null,
  after: null,
  files: null,
  everySeconds: null,
  ...rest,
});
const schedule = (name, description, when, rest) => ({
  id: idOf('Schedule', name),
  name,
  description,
  run: 'load',
  feeds: [],
  full: false,
  retries: 2,
  timing: when,
  catchUp: 'NONE',
  paused: false,
  declared: { timing: when, catchUp: 'NONE', paused: false },
  override: null,
  next: null,
  runs: [],
  ...rest,
});
const tonight = { from: instant(night(0)), until: instant(night(-1)) };

const brought = ({ logicalDate }) => ({ logicalDate, covers: tonight, before: null });

// The rebuild of the search index and the comparison of the stores, each done as soon as it is asked for.
const maintenance = () => {
  const done = { startedBy: 'engineer', startedAt: instant(2 * hour), endedAt: instant(2 * hour - 40_000) };
  const tally = (store, kind, expected, differences, repaired) => ({
    store,
    kind,
    expected,
    found: expected - differences,
    expectedHash: '',
    foundHash: '',
    differences,
    repaired,
  });
  const difference = (kind, id, problem, fields, repaired) => ({ store: 'GRAPH', kind, id, problem, fields, repaired });
  const compared = (number, repair) => {
    const differences = [
      difference('Customer', '01JDE', 'MISSING', [], repair),
      difference('Product', 'billing:P77', 'DIFFERENT', ['status', 'startDate'], repair),
    ];
    const tallies = [
      tally('GRAPH', 'Customer', 133_791, 1, repair ? 1 : 0),
      tally('GRAPH', 'Product', 201_118, 1, repair ? 1 : 0),
      tally('SEARCH', 'Customer', 133_791, 0, 0),
    ];
    const page = { totalCount: differences.length, nodes: differences, edges: [] };
    return {
      ...done,
      number,
      repair,
      status: repair ? 'REPAIRED' : 'DIFFERED',
      tallies,
      differences: page,
      failure: null,
    };
  };
  let reindex = { ...done, number: 3, index: 'c-3', status: 'COMPLETED', done: 133_791, total: 133_791, failure: null };
  let verification = compared(5, false);
  return {
    reindex: () => reindex,
    verification: () => verification,
    reindexStart: () => {
      reindex = { ...reindex, number: reindex.number + 1, status: 'RUNNING', endedAt: null, done: 61_000 };
      return { reindex, userErrors: [] };
    },
    verifyStart: ({ input }) => {
      verification = compared(verification.number + 1, input.repair);
      return { verification, userErrors: [] };
    },
  };
};

/** A hub's loads and schedules, and what can be done with them. */
export const jobs = (connection) => {
  let state = { begun: Date.now(), number: 42, stopped: false, rest: {} };
  const page = (items) => (asked) => connection(items, asked);
  const chosen = (items, { feed, reason, status }) =>
    items.filter(
      (each) =>
        (!feed || feed === `${each.source}.${each.feed}`) &&
        (!reason || reason === each.reason) &&
        (!status || status === each.status),
    );
  const resolvedLoad = (each) => ({
    ...each,
    rejects: (asked) => connection(chosen(each.rejects, asked), asked),
  });

  const running = () => {
    const seconds = (Date.now() - state.begun) / 1000 + 40;
    const total = 765_515;
    const done = Math.min(total - 1, Math.round(seconds * 8_600));
    const status = state.stopped ? 'STOPPED' : 'RUNNING';
    return load(state.number, 0, 0, {
      status,
      startedAt: new Date(state.begun - 160_000).toISOString(),
      endedAt: state.stopped ? new Date(state.stopped).toISOString() : null,
      trigger: 'USER',
      startedBy: 'engineer',
      steps: [...steps(6_889_638).slice(0, 3), step('merge Customer', done, seconds, { status, total })],
      ...state.rest,
    });
  };

  const schedules = [
    schedule(
      'nightly-load',
      texts('每夜載入各來源的新資料', '每夜加载各来源的新数据', 'Loads every night what the sources delivered'),
      timing('CRON', { cron: '0 30 2 * * *', zone: 'Asia/Taipei' }),
      {
        next: { startsAt: tonight.until, covers: tonight },
        runs: [
          run('nightly-load', 3, night(0)),
          run('nightly-load', 2, night(1), { loadNumber: 39, failures: 1 }),
          run('nightly-load', 1, night(2), {
            status: 'FAILED',
            loadNumber: 38,
            failures: 3,
            message: 'The feed billing.bills has vanished records beyond its tolerance',
          }),
        ],
      },
    ),
    schedule('bills', null, timing('AFTER', { after: 'nightly-load' }), {
      feeds: ['billing.bills'],
      catchUp: 'LATEST',
      override: { changedBy: 'lin.yating', changedAt: instant(50 * hour), paused: false },
      runs: [run('bills', 1, night(0) - 5 * minute, { cause: 'AFTER' })],
    }),
    schedule(
      'on-arrival',
      texts('檔案一到就載入', '文件一到就加载', 'Loads as soon as files have arrived'),
      timing('FILES', { files: '**', everySeconds: 60 }),
      { paused: true },
    ),
  ];
  const refusal = (code, message) => [{ code, message, field: null }];
  const found = (name) => schedules.find((each) => each.name === name);
  const care = maintenance();

  return {
    ...care,
    loadProgress: async function* () {
      for (; ; await new Promise((next) => setTimeout(next, 1_000))) yield { loadProgress: resolvedLoad(running()) };
    },
    loads: (asked) => connection([running(), ...older].map(resolvedLoad), asked),
    node: ({ id }) => [running(), ...older].filter((each) => each.id === id).map(resolvedLoad)[0] ?? null,
    schedules: () => schedules.map((each) => ({ ...each, runs: page(each.runs) })),
    scheduleMistakes: [],
    loadStart: ({ input }) => {
      if (!state.stopped) return { load: null, userErrors: refusal('ALREADY_RUNNING', 'Load 42 is running.') };
      if (input.feeds?.includes('nothing')) {
        const message = 'No source or feed is called nothing; there are billing, crm.';
        return { load: null, userErrors: refusal('UNKNOWN_FEED', message) };
      }
      state = { ...state, begun: Date.now(), stopped: false };
      return { load: resolvedLoad(running()), userErrors: [] };
    },
    rejectCorrect: ({ input }) => {
      const [{ row, values }] = input.corrections;
      if (values.length === 0) {
        return { rows: [], userErrors: refusal('NOTHING_GIVEN', 'No column is given a value.') };
      }
      const found = rejects.find((each) => each.row?.id === row);
      found.status = found.row.status = 'CORRECTED';
      found.row.correctedBy = 'engineer';
      found.row.correctedAt = new Date().toISOString();
      for (const { column, value } of values) {
        found.row.cells.find((each) => each.column === column).correction = value;
      }
      return { rows: [found.row], userErrors: [] };
    },
    rejectDismiss: ({ input }) => {
      const found = rejects.find((each) => input.rows.includes(each.row?.id));
      found.status = found.row.status = 'DISMISSED';
      return { rows: [found.row], userErrors: [] };
    },
    loadReplay: () => ({ load: null, userErrors: refusal('ALREADY_RUNNING', 'Load 42 is running.') }),
    loadStop: () => {
      state.stopped = Date.now();
      return { load: resolvedLoad(running()), userErrors: [] };
    },
    loadPreview: () => ({
      preview: {
        feeds,
        notices,
        rejects: rejects.slice(0, 4),
        stops: ['billing.bills: 4,120 records would be closed, more than the 1,000 that the feed tolerates.'],
        kinds: [
          {
            kind: 'Party',
            added: 3_120,
            changed: 18_442,
            closed: 219,
            removed: 0,
            examples: [
              { id: 'crm:C00118204', change: 'ADDED' },
              { id: 'crm:C00004711', change: 'CHANGED' },
              { id: 'crm:C00000942', change: 'CLOSED' },
            ],
          },
          { kind: 'Customer', added: 3_088, changed: 18_391, closed: 0, removed: 32, examples: [] },
        ],
      },
      userErrors: [],
    }),
    scheduleUpdate: ({ input: { schedule: name, paused, cron, zone, catchUp } }) => {
      if (cron === 'nonsense') return { schedule: null, userErrors: refusal('INVALID_CRON', 'It has six fields.') };
      const set = found(name);
      set.paused = paused ?? set.paused;
      set.catchUp = catchUp ?? set.catchUp;
      set.timing = cron ? { ...set.timing, cron, zone } : set.timing;
      set.override = { changedBy: 'engineer', changedAt: new Date().toISOString() };
      return { schedule: { ...set, runs: page(set.runs) }, userErrors: [] };
    },
    scheduleReset: ({ input }) => {
      const set = Object.assign(found(input.schedule), found(input.schedule).declared, { override: null });
      return { schedule: { ...set, runs: page(set.runs) }, userErrors: [] };
    },
    runCancel: ({ input }) => {
      const cancelled = schedules.flatMap(({ runs }) => runs).find(({ id }) => id === input.run);
      cancelled.status = 'CANCELLED';
      return { run: cancelled, userErrors: [] };
    },
    backfill: ({ input }) =>
      input.from > input.to
        ? { runs: [], userErrors: refusal('INVALID_DATES', 'The first day comes after the last.') }
        : { runs: [run('nightly-load', 8, night(8)), run('nightly-load', 7, night(7))].map(brought), userErrors: [] },
    scheduleRunNow: ({ input }) => {
      const asked = found(input.schedule);
      if (asked.runs.some(({ status }) => status === 'WAITING')) {
        return { run: null, userErrors: refusal('ALREADY_WAITING', `A run of ${asked.name} waits already.`) };
      }
      const waiting = { cause: 'USER', status: 'WAITING', startedAt: null, endedAt: null, loadNumber: null };
      const added = run(asked.name, 'now', 0, { ...waiting, askedBy: 'engineer' });
      asked.runs = [added, ...asked.runs];
      return { run: added, userErrors: [] };
    },
  };
};
