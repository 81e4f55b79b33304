import { crc32, deflateSync } from 'node:zlib';

/** Small files that are what they say, to be spoiled by tests. */
export function pdf({ objects = [], packed, extra = '' }: { objects?: readonly string[]; packed?: string; extra?: string } = {}): Buffer {
  const stream = packed === undefined ? [] : [packedObject(packed)];
  const parts = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>', ...objects, ...stream].map((body, at) => `${at + 1} 0 obj\n${body}\nendobj\n`);
  const body = `%PDF-1.7\n${parts.join('')}`;
  return Buffer.from(`${body}xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R ${extra}>>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
}

function packedObject(text: string): string {
  const bytes = deflateSync(Buffer.from(text, 'latin1')).toString('latin1');
  return `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n${bytes}\nendstream`;
}

export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** One grey point, or said to be of this size. */
export function png({ width = 1, height = 1, between = [] }: { width?: number; height?: number; between?: readonly Buffer[] } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const parts = [chunk('IHDR', header), ...between, chunk('IDAT', deflateSync(Buffer.from([0, 128]))), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]);
}

export function segment(marker: number, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data]);
}

export function jpeg({ width = 1, height = 1, between = [] }: { width?: number; height?: number; between?: readonly Buffer[] } = {}): Buffer {
  const frame = segment(0xc0, Buffer.from([8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]));
  const points = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')), ...between, segment(0xdb, Buffer.alloc(65, 1)), frame, points, Buffer.from([0xff, 0xd9])]);
}
