import { runWriters, type Load } from './log-load.ts';

// A server process of its own: takes its load from the parent, answers with the report.
process.once('message', (load: Load) => {
  void runWriters(load).then((report) => {
    process.send?.(report, () => process.disconnect());
  });
});
