/**
 * `npm run replay -- --url URL FILE.html [--lang zh-CN] [--json] [--screenshot OUT.png]`: serves a saved page at an
 * address to a real Chromium with the built extension and prints what was read, by which locator, and what was found.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBuild, plainText } from './build.ts';
import { launchChromium } from './chromium.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string' },
    lang: { type: 'string', default: 'en-US' },
    json: { type: 'boolean', default: false },
    screenshot: { type: 'string' },
  },
});
const [file] = positionals;
if (!file || !values.url || !URL.canParse(values.url)) {
  console.error('Usage: npm run replay -- --url https://sellercentral.amazon.com/… FILE.html [--lang zh-CN] [--json]');
  process.exit(2);
}

ensureBuild();
const browser = await launchChromium({ language: values.lang, clock: 'machine' });
try {
  browser.serve(values.url, readFileSync(file, 'utf8'));
  const page = await browser.open(values.url);
  const { page: seen } = await browser.judged(page);
  if (values.screenshot) await page.screenshot({ path: values.screenshot });
  const report = {
    address: values.url,
    store: seen.store,
    page: seen.name,
    health: seen.health.line,
    remarks: seen.remarks,
    // Scripts compare reports: a percentage is written there as it always was, whatever the interface makes of it.
    readings: seen.health.fields.map((one) => ({ ...one, shown: one.shown.replace(/^([\d.,]+)%$/, '$1 %') })),
    findings: seen.findings.map(({ rule, level, listing, sentence, targets }) => ({
      rule,
      level,
      listing,
      sentence: plainText(sentence),
      targets,
    })),
    strayRequests: browser.strayRequests,
  };
  if (values.json) console.log(JSON.stringify(report, null, 2));
  else print(report);
} finally {
  await browser.close();
}

function print(report: {
  store: { name: string; note: string };
  page: string;
  health: string;
  remarks: readonly string[];
  readings: readonly { record: string; field: string; state: string; via: string; shown: string }[];
  findings: readonly { rule: string; level: string; listing: string; sentence: string }[];
}): void {
  console.log(`store     ${report.store.name}${report.store.note ? ` (${report.store.note})` : ''}`);
  console.log(`page      ${report.page}`);
  console.log(`reading   ${report.health}`);
  for (const remark of report.remarks) console.log(`remark    ${remark}`);
  console.log('\nreadings');
  for (const { record, field, state, via, shown } of report.readings)
    console.log(
      `  ${record.padEnd(18)} ${field.padEnd(20)} ${state.padEnd(12)} ${shown.slice(0, 60).padEnd(24)} ${via}`,
    );
  console.log('\nfindings');
  for (const { rule, level, listing, sentence } of report.findings)
    console.log(`  ${level.padEnd(8)} ${listing.padEnd(16)} ${rule}\n           ${sentence}`);
  if (report.findings.length === 0) console.log('  none');
}
