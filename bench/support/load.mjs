// Asks one address again and again over some connections, for some seconds or until it is told to stop; tells its parent how many
// good answers a second there were, and what the slowest of a hundred took in milliseconds.
import http from 'node:http';

const ask = (options) =>
  new Promise((done) => http.get(options, (answer) => answer.resume().on('end', () => done(answer.statusCode === 200))).on('error', () => done(false)));

let until = 0;

process.on('message', async (what) => {
  until = what === 'stop' ? 0 : performance.now() + what.seconds * 1000;
  if (what === 'stop') return;
  const start = performance.now();
  const agent = new http.Agent({ keepAlive: true, maxSockets: what.connections });
  const { hostname, port, pathname } = new URL(what.url);
  const took = [];
  const one = async () => {
    while (performance.now() < until) {
      const asked = performance.now();
      const isGood = await ask({ hostname, port, path: pathname, agent, headers: { cookie: what.cookie } });
      if (isGood) took.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: what.connections }, one));
  agent.destroy();
  took.sort((a, b) => a - b);
  process.send({ perSecond: (took.length * 1000) / (performance.now() - start), p50: took[took.length >> 1], p99: took[Math.floor(took.length * 0.99)] });
});
