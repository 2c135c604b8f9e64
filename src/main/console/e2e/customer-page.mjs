// Opens the console in a real browser as a service agent would: signs in, searches, opens a customer, reads the page
// in three languages. Fails on a missing tile, on any WCAG A or AA violation, and on a request that leaves the host.
//   node e2e/customer-page.mjs --url http://localhost:8080 --user NAME --password SECRET --screenshots DIR
//        [--query TEXT] [--customer NAME] [--width 1440] [--height 900]
import axe from 'axe-core';
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values: options } = parseArgs({
  options: {
    url: { type: 'string' },
    user: { type: 'string' },
    password: { type: 'string' },
    screenshots: { type: 'string' },
    query: { type: 'string' },
    customer: { type: 'string' },
    width: { type: 'string', default: '1440' },
    height: { type: 'string', default: '900' },
  },
});
for (const name of ['url', 'user', 'password', 'screenshots']) {
  if (!options[name]) {
    console.error(`customer-page: --${name} is missing`);
    process.exit(2);
  }
}

const patience = 20_000;
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const tiles = ['recent', 'products', 'bills', 'timeline', 'contacts', 'network', 'feedback', 'sources'];
const titles = {
  'zh-Hant': ['最近三次接觸', '來源紀錄'],
  'zh-Hans': ['最近三次接触', '来源记录'],
  en: ['The last three interactions', 'Source records'],
};
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const host = new URL(options.url).host;
const consoleUrl = new URL('/console/', options.url).href;
const strangers = [];
const complaints = [];
const report = (message) => console.log(`customer-page: ${message}`);

const watch = (page) => {
  page.on('request', (request) => {
    const { protocol, host: other } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && other !== host) strangers.push(request.url());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // A browser notes the 401 that leads to the login page as an error; it is the answer that we want.
    if (message.type() === 'error' && !/status of 401/.test(message.text())) complaints.push(message.text());
  });
};

const check = async (page, name) => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((runOnly) => window.axe.run({ runOnly }), standards);
  const lines = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n    ${nodes.map(({ target, html }) => `${target} ${html.slice(0, 160)}`).join('\n    ')}`,
  );
  assert.equal(violations.length, 0, `axe found on ${name}:\n  ${lines.join('\n  ')}`);
  report(`axe clean on ${name}`);
};

const picture = (page, name, fullPage = false) =>
  page.screenshot({ path: path.join(options.screenshots, `${name}.png`), fullPage });

const signIn = async (page) => {
  await page.goto(consoleUrl);
  const [user, password] = [page.locator('input[name=username]'), page.locator('input[name=password]')];
  await user.fill(options.user);
  await password.fill(`${options.password}-wrong`);
  await page.locator('button[type=submit]').click();
  await page.getByRole('alert').waitFor();
  await check(page, 'the login page');
  await picture(page, 'login');
  await password.fill(options.password);
  await page.locator('button[type=submit]').click();
  await page.locator('#search-box').waitFor();
};

// Any name that the hub knows will do: without --query the first customer's own name is searched.
const someName = (page) =>
  page.evaluate(async () => {
    const token = decodeURIComponent(/XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '');
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/graphql-response+json',
        'X-XSRF-TOKEN': token,
      },
      body: JSON.stringify({ query: '{ customers(first: 1, filter: { status: ACTIVE }) { nodes { displayName } } }' }),
    });
    return (await response.json()).data.customers.nodes[0].displayName;
  });

const openCustomer = async (page) => {
  const name = options.query ?? (await someName(page));
  await page.locator('h1').first().waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type(name);
  const results = page.locator('a[data-result]');
  await results.first().waitFor();
  assert.match(await page.getByRole('status').first().innerText(), /\d/, 'the number of results is announced');
  await check(page, 'the search page');
  await picture(page, 'search');
  await page.keyboard.press('ArrowDown');
  const wanted = options.customer ? results.filter({ hasText: options.customer }).first() : results.first();
  await wanted.focus();
  const opened = await wanted.locator('.customer-name').innerText();
  await page.keyboard.press('Enter');
  await page.locator('[data-tile]').first().waitFor();
  assert.equal(await page.locator('h1').innerText(), opened, 'the page shows the customer that was opened');
  report(`opened ${opened}`);
};

const readIn = async (page, language) => {
  await page.locator('.bar select').selectOption(language);
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
  for (const tile of tiles) await page.locator(`[data-tile=${tile}] h2`).waitFor();
  for (const title of titles[language]) await page.getByRole('heading', { name: title, exact: true }).waitFor();
  const heading = page.locator('h1');
  assert.ok((await heading.innerText()).trim() !== '', 'the name of the customer is shown');
  assert.equal(await page.locator('.tile-fault').count(), 0, 'every tile could be read');
  const raw = await page.evaluate(
    () => /\b[a-z]+\.[a-z]+[A-Z]\w*\b|undefined|\[object|NaN|Invalid Date/.exec(document.body.innerText)?.[0],
  );
  assert.equal(raw, undefined, `no text shows a key or a programming value, but found '${raw}'`);
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(spill <= 0, `the page is ${spill} pixels wider than the window`);
  await check(page, `the customer page in ${language}`);
  await picture(page, `customer-${language}`);
  await picture(page, `customer-${language}-whole`, true);
};

const loadMore = async (page) => {
  for (const tile of ['products', 'bills', 'timeline']) {
    const button = page.locator(`[data-tile=${tile}] .load-more button`);
    if ((await button.count()) === 0) continue;
    const rows = page.locator(`[data-tile=${tile}] :is(.product, tbody tr, .moment)`);
    const before = await rows.count();
    await button.click();
    await rows.nth(before).waitFor();
    report(`loaded more in ${tile}: ${before}, then ${await rows.count()}`);
  }
};

const signOut = async (page) => {
  await page.locator('.account button').click();
  await page.locator('input[name=password]').waitFor();
  await page.goto(consoleUrl);
  await page.locator('input[name=password]').waitFor();
  report('signed out');
};

const play = async (page) => {
  await signIn(page);
  await picture(page, 'welcome');
  await openCustomer(page);
  for (const language of Object.keys(titles)) await readIn(page, language);
  await loadMore(page);
  await signOut(page);
  assert.deepEqual(complaints, [], 'the browser reports no error');
  assert.deepEqual(strangers, [], 'no request leaves the host');
};

mkdirSync(options.screenshots, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: flags,
});
const page = await browser.newPage({
  viewport: { width: Number(options.width), height: Number(options.height) },
  locale: 'zh-TW',
  timezoneId: 'Asia/Taipei',
});
page.setDefaultTimeout(patience);
try {
  watch(page);
  await play(page);
  report('PASSED: tiles in three languages, no accessibility violation, no request left the host');
} catch (error) {
  await picture(page, 'failure').catch(() => report('no picture could be taken'));
  console.error(complaints.join('\n'));
  report(`FAILED: ${error.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
