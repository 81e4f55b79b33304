// Asks one address again and again over some connections, for some seconds; tells its parent how many answers were good.
import http from 'node:http';

const ask = (options) =>
  new Promise((done) => http.get(options, (answer) => answer.resume().on('end', () => done(answer.statusCode === 200))).on('error', () => done(false)));

process.on('message', async ({ url, cookie, connections, seconds }) => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const { hostname, port, pathname } = new URL(url);
  const until = performance.now() + seconds * 1000;
  let good = 0;
  const one = async () => {
    while (performance.now() < until) {
      const isGood = await ask({ hostname, port, path: pathname, agent, headers: { cookie } });
      good += Number(isGood);
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  agent.destroy();
  process.send(good / seconds);
});
