// Loaded before the program itself: when the process that started it is killed, the program is asked to end as well.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // The channel alone must not keep a finished program alive.
  process.channel.unref();
}
