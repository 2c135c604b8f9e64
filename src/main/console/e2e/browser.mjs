// What the browser tests share: a browser that is watched, signing in and out, checks of whatever page is shown.
import axe from 'axe-core';
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

// The script that runs: its name begins each line that it writes.
const script = path.basename(process.argv[1], '.mjs');

export const { values: options } = parseArgs({
  options: {
    url: { type: 'string' },
    user: { type: 'string' },
    password: { type: 'string' },
    screenshots: { type: 'string' },
    query: { type: 'string' },
    customer: { type: 'string' },
    width: { type: 'string', default: '1440' },
    height: { type: 'string', default: '900' },
    'stand-in': { type: 'boolean', default: false },
  },
});
for (const name of ['url', 'user', 'password', 'screenshots']) {
  if (!options[name]) {
    console.error(`${script}: --${name} is missing`);
    process.exit(2);
  }
}

const patience = 20_000;
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
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
export const consoleUrl = new URL('/console/', options.url).href;
const strangers = [];
const complaints = [];
export const report = (message) => console.log(`${script}: ${message}`);

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

/** Fails on any WCAG A or AA violation of what is shown. */
export const check = async (page, name) => {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((runOnly) => window.axe.run({ runOnly }), standards);
  const lines = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n    ${nodes.map(({ target, html }) => `${target} ${html.slice(0, 160)}`).join('\n    ')}`,
  );
  assert.equal(violations.length, 0, `axe found on ${name}:\n  ${lines.join('\n  ')}`);
  report(`axe clean on ${name}`);
};

/** Takes a picture of the window, or of the whole page. */
export const picture = (page, name, fullPage = false) =>
  page.screenshot({ path: path.join(options.screenshots, `${name}.png`), fullPage });

/** Signs in, first with a wrong password; `ready` is what the first page has. */
export const signIn = async (page, ready = '#search-box') => {
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
  await page.locator(ready).first().waitFor();
};

/** Shows the page in another language. */
export const switchTo = async (page, language) => {
  await page.locator('.bar select').selectOption(language);
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
};

/** Fails on keys of texts, programming values, and a page wider than the window. */
export const checkTexts = async (page) => {
  const raw = await page.evaluate(
    () => /\b[a-z]+\.[a-z]+[A-Z]\w*\b|undefined|\[object|NaN|Invalid Date/.exec(document.body.innerText)?.[0],
  );
  assert.equal(raw, undefined, `no text shows a key or a programming value, but found '${raw}'`);
  const spill = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(spill <= 0, `the page is ${spill} pixels wider than the window`);
};

/** Signs out, and makes sure that the pages are closed again. */
export const signOut = async (page) => {
  await page.locator('.account button').click();
  await page.locator('input[name=password]').waitFor();
  await page.goto(consoleUrl);
  await page.locator('input[name=password]').waitFor();
  report('signed out');
};

/** Plays a script in a browser of its own; `passed` is what it then has shown. */
export const run = async (play, passed) => {
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
    assert.deepEqual(complaints, [], 'the browser reports no error');
    assert.deepEqual(strangers, [], 'no request leaves the host');
    report(`PASSED: ${passed}, no accessibility violation, no request left the host`);
  } catch (error) {
    await picture(page, 'failure').catch(() => report('no picture could be taken'));
    console.error(complaints.join('\n'));
    report(`FAILED: ${error.message}`);
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
};
