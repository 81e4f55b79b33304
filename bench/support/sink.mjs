// A mail server that takes everything as fast as it can, in a process of its own: measures the sender, not the receiver.
import net from 'node:net';

const HELLO = '250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n';
let taken = 0;

const server = net.createServer((socket) => {
  let inText = false;
  let rest = '';
  socket.setNoDelay(true);
  socket.on('error', () => undefined);
  socket.write('220 sink\r\n');
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1');
    for (let step = next(); step; step = next()) socket.write(step);
  });

  function next() {
    if (inText) return endOfText();
    const end = rest.indexOf('\r\n');
    if (end < 0) return undefined;
    const word = rest.slice(0, 4).toUpperCase();
    rest = rest.slice(end + 2);
    if (word === 'EHLO') return HELLO;
    if (word !== 'DATA') return word === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n';
    inText = true;
    return '354 go\r\n';
  }

  function endOfText() {
    const end = rest.indexOf('\r\n.\r\n');
    if (end < 0) return undefined;
    rest = rest.slice(end + 5);
    inText = false;
    return `250 kept ${++taken}\r\n`;
  }
});

server.listen(0, '127.0.0.1', () => process.send(server.address().port));
process.on('disconnect', () => process.exit());
