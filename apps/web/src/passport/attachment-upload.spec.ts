import net from 'node:net';
import type { AddressInfo } from 'node:net';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import { readUploadedFile } from './attachment-upload.ts';

describe('a file that is being sent', () => {
  let server: FastifyInstance;

  beforeAll(async () => {
    server = fastify();
    await server.register(multipart);
    server.post('/', async (request) => {
      const sent = await readUploadedFile(request, 50);
      return typeof sent === 'string' ? sent : sent.bytes.length;
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  const part = '--x\r\ncontent-disposition: form-data; name="bestand"; filename="a.pdf"\r\n\r\n';
  const head = (length: number): string => `POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: ${length}\r\n\r\n`;
  const answer = (text: string): Promise<string> =>
    new Promise((resolve) => {
      let heard = '';
      const line = net.connect((server.server.address() as AddressInfo).port, '127.0.0.1', () => line.write(text));
      line.on('data', (bytes) => (heard += bytes.toString())).on('error', () => undefined).on('close', () => resolve(heard));
    });

  it('is read when it comes in whole', async () => {
    const body = `${part}abc\r\n--x--\r\n`;
    expect(await answer(head(body.length) + body)).toMatch(/200 OK[\s\S]*3$/);
  });

  it('is no file when none was chosen', async () => {
    const body = `${part.replace('a.pdf', '')}\r\n--x--\r\n`;
    expect(await answer(head(body.length) + body)).toMatch(/none$/);
  });

  it('is cut off when its sender falls silent', async () => {
    expect(await answer(`${head(5000)}${part}abc`)).not.toContain('200 OK');
  });
});
