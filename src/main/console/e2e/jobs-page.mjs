// Opens the jobs page in a real browser as a data engineer would: signs in, opens the newest load, reads all in three
// languages, starts a load and follows it, compares the stores. Before the stand-in (`--stand-in`) it stops and starts a
// load instead, makes a dry run, sets a schedule, brings runs, mends the stores.
//   node e2e/jobs-page.mjs --url http://localhost:8080 --user NAME --password SECRET --screenshots DIR [--stand-in]
import assert from 'node:assert/strict';
import { check, checkTexts, options, picture, report, run, signIn, signOut, switchTo } from './browser.mjs';

const titles = {
  'zh-Hant': ['作業', '載入', '排程', '饋送', '拒收的資料列'],
  'zh-Hans': ['作业', '加载', '调度', '数据流', '拒收的数据行'],
  en: ['Jobs', 'Loads', 'Schedules', 'Feeds', 'Refused rows'],
};
const figureOf = async (row, name) =>
  Number((await row.locator(`[data-figure=${name}]`).innerText()).replaceAll(/[^\d]/g, ''));

const openNewest = async (page) => {
  const row = page.locator('tr[data-load]').first();
  await row.locator('.disclosure').click();
  const opened = page.locator('[data-opened]');
  const total = opened.locator('tfoot tr');
  await total.waitFor();
  const [read, ...fates] = await Promise.all(
    ['read', 'added', 'changed', 'unchanged', 'closed', 'rejected'].map((name) => figureOf(total, name)),
  );
  assert.ok(read > 0, 'the load has read rows');
  assert.equal(
    read,
    fates.reduce((sum, rows) => sum + rows),
    'every row that was read came to one thing',
  );
  assert.equal(await figureOf(row, 'read'), read, 'the list and the opened load tell the same');
  assert.ok((await page.locator('.step').count()) > 3, 'the steps are shown');
  assert.match(page.url(), /\/console\/jobs\?load=\d+$/, 'the address names the load');
  report(`opened load ${await row.getAttribute('data-load')}: ${read} rows`);
};

const readIn = async (page, language) => {
  await switchTo(page, language);
  for (const title of titles[language]) await page.getByRole('heading', { name: title, exact: true }).first().waitFor();
  assert.equal(await page.getByRole('alert').count(), 0, 'everything could be read');
  await checkTexts(page);
  await check(page, `the jobs page in ${language}`);
  await picture(page, `jobs-${language}`);
  await picture(page, `jobs-${language}-whole`, true);
};

const followStopAndStart = async (page) => {
  const done = page.locator('[data-running] .step[data-status=RUNNING] .step-done');
  const before = await done.innerText();
  await page.waitForFunction(
    (text) => document.querySelector('[data-running] [data-status=RUNNING] .step-done')?.textContent !== text,
    before,
  );
  report(`the running load moved from ${before} to ${await done.innerText()}`);
  await page.locator('[data-running] .stop').click();
  const stopped = page.locator('tr[data-load="42"] [data-status=STOPPED]');
  await stopped.waitFor();
  await picture(page, 'jobs-stopped');
  const start = page.locator('.tile-start');
  await start.locator('input[type=text]').fill('nothing');
  await start.locator('button[type=submit]').click();
  await start.getByText('No source or feed is called nothing').waitFor();
  await check(page, 'a load that was refused');
  await page.locator('tr[data-load="42"] .act button').click();
  await page.locator('[data-running="42"]').waitFor();
  report('stopped a load, was refused one, went on with the first');
};

const moreRejects = async (page) => {
  await page.locator('tr[data-load="41"] .disclosure').click();
  const rows = page.locator('[data-opened="41"] .rejects tbody tr');
  await rows.first().waitFor();
  assert.equal(await rows.count(), 20);
  await page.locator('[data-opened="41"] .load-more button').click();
  await rows.nth(39).waitFor();
  report('loaded more refused rows');
};

const correctReject = async (page) => {
  const opened = page.locator('[data-opened="41"]');
  await opened.locator('.choose').first().click();
  await opened.locator('.choose[aria-pressed=true]').waitFor();
  await opened.locator('.rejects .act button').first().click();
  const editor = opened.locator('.row-editor');
  await editor.locator('[data-fault=true] input').fill('1990-12-15');
  await check(page, 'a refused row');
  await picture(page, 'jobs-refused-row');
  await editor.locator('button[type=submit]').click();
  await editor.waitFor({ state: 'detached' });
  await opened.locator('.rejects .state-plain').first().waitFor();
  await opened.locator('.replay').click();
  await opened.getByRole('alert').waitFor();
  assert.equal(await opened.locator('.download').getAttribute('href'), '/loads/41/rejects.csv');
  report('corrected a refused row, and was refused a load beside the one that runs');
};

const dryRun = async (page) => {
  await page.locator('[data-running] .stop').click();
  await page.locator('tr[data-load="42"] [data-status=STOPPED]').waitFor();
  await page.locator('.tile-start .acts button').first().click();
  const preview = page.locator('.preview');
  await preview.getByText('crm:C00118204').waitFor();
  await check(page, 'a dry run');
  await picture(page, 'jobs-dry-run');
  await preview.locator('header button').click();
  await preview.waitFor({ state: 'detached' });
  report('made a dry run');
};

const setSchedule = async (page) => {
  const arrival = page.locator('[data-schedule=on-arrival]');
  assert.equal(await arrival.getByRole('switch').getAttribute('aria-checked'), 'false');
  await arrival.getByRole('switch').click();
  await page.locator('[data-schedule=on-arrival][data-paused=false]').waitFor();
  await arrival.locator('footer button').click();
  await arrival.locator('.runs li').first().waitFor();
  await arrival.locator('footer button').click();
  await arrival.getByRole('alert').waitFor();
  await check(page, 'the schedules');
  report('switched a schedule on, asked for a run, and was refused a second one');
};

const cancelAndChange = async (page) => {
  const arrival = page.locator('[data-schedule=on-arrival]');
  await arrival.locator('.runs button').click();
  await arrival.locator('.runs button').waitFor({ state: 'detached' });
  const setting = page.locator('[data-setting=nightly-load]');
  await setting.locator('summary').click();
  const cron = setting.locator('input').first();
  await cron.fill('nonsense');
  await setting.locator('button[type=submit]').click();
  await setting.getByRole('alert').waitFor();
  await cron.fill('0 0 4 * * *');
  await setting.locator('button[type=submit]').click();
  await page.locator('[data-schedule=nightly-load] .timing').getByText('0 0 4 * * *').waitFor();
  await setting.locator('button:not([type=submit])').click();
  await page.locator('[data-schedule=nightly-load] .timing').getByText('0 30 2 * * *').waitFor();
  report('cancelled a run, set a cron, was refused another, and made it as declared again');
};

const bringMissing = async (page) => {
  const backfill = page.locator('[data-backfill-of=nightly-load]');
  await backfill.locator('summary').click();
  const [from, to] = [backfill.locator('input').nth(0), backfill.locator('input').nth(1)];
  await from.fill('2026-11-20');
  await to.fill('2026-11-01');
  await backfill.locator('button').first().click();
  await backfill.getByRole('alert').waitFor();
  await to.fill('2026-11-21');
  await backfill.locator('button').first().click();
  await backfill.locator('[data-backfill="2"]').waitFor();
  await backfill.locator('button').last().click();
  await check(page, 'the forms of a schedule');
  await picture(page, 'jobs-backfill');
  report('found out which runs a backfill would bring, and brought them');
};

const careForStores = async (page) => {
  await page.locator('[data-verification="5"] .tallies').waitFor();
  await page.locator('.tile-verify button[data-repair=true]').click();
  await page.locator('[data-verification="6"][data-status=REPAIRED]').waitFor();
  await page.locator('.tile-reindex button').click();
  await page.locator('[data-reindex="4"][data-status=RUNNING]').waitFor();
  await check(page, 'the rebuild and the comparison');
  report('compared and mended the stores, started to build the index anew');
};

const loadAndCompare = async (page) => {
  const number = Number(await page.locator('tr[data-load]').first().getAttribute('data-load')) + 1;
  await page.locator('.tile-start button[type=submit]').click();
  const ended = page.locator(`tr[data-load="${number}"] [data-status=COMPLETED]`);
  // the page itself asks every fifteen seconds only
  await ended.waitFor({ timeout: 60_000 });
  await page.locator('.tile-verify button[data-repair=false]').click();
  await page.locator('[data-verification][data-status=AGREED]').waitFor({ timeout: 60_000 });
  await check(page, 'a comparison');
  report(`load ${number} was followed to its end, and the stores agree`);
};

const play = async (page) => {
  await signIn(page, 'tr[data-load]');
  await page.locator('[data-live=true]').waitFor();
  assert.equal(await page.locator('#search-box').count(), 0, 'an engineer, who may read no customer, sees no search');
  await openNewest(page);
  for (const language of Object.keys(titles)) await readIn(page, language);
  if (options['stand-in']) {
    await followStopAndStart(page);
    await moreRejects(page);
    await correctReject(page);
    await dryRun(page);
    await setSchedule(page);
    await cancelAndChange(page);
    await bringMissing(page);
    await careForStores(page);
  } else {
    await loadAndCompare(page);
  }
  await signOut(page);
};

await run(play, 'loads and schedules in three languages');
