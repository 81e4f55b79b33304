import { addEventHandler, getState } from 'jest-circus';

const LIMIT_MS = 180_000;

/** The runner knows no limits of its own: what hangs must fail by name, not stop the whole run. */
addEventHandler((event) => {
  if (event.name === 'add_test') limit(getState().currentDescribeBlock.children.at(-1), event);
  if (event.name === 'add_hook') limit(getState().currentDescribeBlock.hooks.at(-1), event);
});

function limit(made, { fn, timeout = LIMIT_MS, testName, hookType }) {
  if (!fn) return;
  made.fn = () => withinTime(fn, timeout, testName ?? hookType);
}

async function withinTime(act, timeout, name) {
  let timer;
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`"${name}" took longer than ${timeout / 1000} s`)), timeout);
  });
  try {
    await Promise.race([act(), late]);
  } finally {
    clearTimeout(timer);
  }
}
