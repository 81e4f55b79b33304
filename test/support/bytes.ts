/** Reads an answer as bytes, for a test that looks into a file. */
export const bytes = (response: NodeJS.ReadableStream, done: (error: null, body: Buffer) => void): void => {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
};
