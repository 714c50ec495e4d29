// Preloaded into every child process (node --require). The parent holds the other end of standard input: when it closes
// it, or dies in whatever way, the child stops as if it had been asked to, and so leaves its files in order.
'use strict';

// Ctrl-C in a terminal reaches the whole process group; the parent alone decides when its children stop.
const stay = () => {};
process.on('SIGINT', stay);
process.on('newListener', (event, listener) => {
  if (event === 'SIGINT' && listener !== stay) {
    queueMicrotask(() => process.removeListener('SIGINT', listener));
  }
});

// A dead parent reads no output; that must not end the child before it has written its files.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

process.stdin.on('error', stop);
process.stdin.on('end', stop);
process.stdin.resume();

function stop() {
  setTimeout(() => process.exit(0), 5000).unref();
  if (!process.emit('SIGTERM')) {
    process.exit(0);
  }
}
