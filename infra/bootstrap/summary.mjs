// Prints the outcome of a test run as one plain line, from vitest's JSON report: node summary.mjs REPORT EXIT_CODE
import { existsSync, readFileSync } from 'node:fs';

const [file, code] = process.argv.slice(2);

function count() {
  if (!existsSync(file)) return { passed: 0, failed: 0, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  // A file that cannot even be loaded holds no tests, yet it is a failure.
  const broken = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

const { passed, failed, skipped } = count();
// Whatever made the run fail without a failed test (no browser, an error outside of any test) counts as one.
const failures = code === '0' ? failed : Math.max(failed, 1);
process.stdout.write(`${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
