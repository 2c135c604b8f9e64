// Opens the console in a real browser as a service agent would: signs in, searches, opens a customer, reads the page
// in three languages. Fails on a missing tile, on any WCAG A or AA violation, and on a request that leaves the host.
//   node e2e/customer-page.mjs --url http://localhost:8080 --user NAME --password SECRET --screenshots DIR
//        [--query TEXT] [--customer NAME] [--width 1440] [--height 900]
import assert from 'node:assert/strict';
import { check, checkTexts, options, picture, report, run, signIn, signOut, switchTo } from './browser.mjs';

const tiles = ['recent', 'products', 'bills', 'timeline', 'contacts', 'network', 'feedback', 'sources'];
const titles = {
  'zh-Hant': ['最近三次接觸', '來源紀錄'],
  'zh-Hans': ['最近三次接触', '来源记录'],
  en: ['The last three interactions', 'Source records'],
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
  await switchTo(page, language);
  for (const tile of tiles) await page.locator(`[data-tile=${tile}] h2`).waitFor();
  for (const title of titles[language]) await page.getByRole('heading', { name: title, exact: true }).waitFor();
  const heading = page.locator('h1');
  assert.ok((await heading.innerText()).trim() !== '', 'the name of the customer is shown');
  assert.equal(await page.locator('.tile-fault').count(), 0, 'every tile could be read');
  await checkTexts(page);
  await check(page, `the customer page in ${language}`);
  await picture(page, `customer-${language}`);
  await picture(page, `customer-${language}-whole`, true);
};

// A reader without a mouse gets there too.
const readOrigins = async (page) => {
  await page.locator('.where-from summary').focus();
  await page.keyboard.press('Enter');
  const name = page.locator('[data-attribute=displayName]');
  await name.waitFor();
  for (const language of Object.keys(titles)) {
    await switchTo(page, language);
    assert.match(await name.locator('.from').first().innerText(), /\/.*\d/, 'the name says its file and line');
    await checkTexts(page);
    await check(page, `where values come from in ${language}`);
  }
  await picture(page, 'origins', true);
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

const play = async (page) => {
  await signIn(page);
  await picture(page, 'welcome');
  await openCustomer(page);
  for (const language of Object.keys(titles)) await readIn(page, language);
  await readOrigins(page);
  await loadMore(page);
  await signOut(page);
};

await run(play, 'tiles in three languages');
