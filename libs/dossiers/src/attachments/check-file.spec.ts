import { chunk, jpeg, pdf, png, segment } from '../../../../test/support/sample-files.ts';
import { checkFile } from './check-file.ts';
import { orientationIn, orientationSegment } from './orientation.ts';

const kept = (bytes: Buffer): Buffer => {
  const found = checkFile(bytes);
  if (typeof found === 'string') throw new Error(found);
  return found.contents;
};
/** What a camera writes: which way it was held, and where it was. */
const camera = (turned: number): Buffer =>
  segment(0xe1, Buffer.concat([orientationSegment(turned).subarray(4), Buffer.from('GPS 52.5 N 6.1 E')]));

describe('a file that somebody adds', () => {
  it('is taken when it is a whole pdf, photo or picture', () => {
    expect(checkFile(pdf())).toMatchObject({ kind: 'pdf', contents: pdf() });
    expect(checkFile(jpeg())).toMatchObject({ kind: 'jpeg', contents: jpeg() });
    expect(checkFile(png())).toMatchObject({ kind: 'png', contents: png() });
  });

  it.each([
    ['nothing in it', Buffer.alloc(0), 'empty'],
    ['a page of the web', Buffer.from('<!doctype html><script>alert(1)</script>'), 'wrong-kind'],
    ['a drawing that can run a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'wrong-kind'],
    ['a page of the web before a pdf', Buffer.concat([Buffer.from('<html>'), pdf()]), 'wrong-kind'],
    ['a document of Word', Buffer.from('PK\x03\x04 word/document.xml'), 'document'],
    ['an old document of Word', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'document'],
    ['a photo that only some telephones open', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'), 'heic'],
    ['a moving picture', Buffer.from('GIF89a'), 'wrong-kind'],
    ['more than 10 MB', Buffer.concat([pdf(), Buffer.alloc(10 * 1024 * 1024)]), 'too-big'],
    ['a photo of 65,535 by 65,535', jpeg({ width: 65_535, height: 65_535 }), 'too-many-points'],
    ['a picture of 100,000 by 100,000 in 70 bytes', png({ width: 100_000, height: 100_000 }), 'too-many-points'],
    ['a picture without points', png({ width: 0 }), 'broken'],
    ['a pdf cut off', pdf().subarray(0, -8), 'broken'],
    ['a photo cut off', jpeg().subarray(0, -3), 'broken'],
    ['only the beginning of a photo', jpeg().subarray(0, 5), 'broken'],
    ['a picture cut off', png().subarray(0, -4), 'broken'],
    ['a picture of which a byte fell over', Buffer.from(png().map((byte, at) => (at === 45 ? byte ^ 1 : byte))), 'broken'],
    ['a pdf with an archive behind it', Buffer.concat([pdf(), Buffer.from('PK\x03\x04 rest of the archive')]), 'broken'],
    ['only the beginning and end of a pdf', Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF'), 'broken'],
    ['a pdf with a password', pdf({ extra: '/Encrypt 9 0 R ' }), 'locked'],
    ['a pdf with a script', pdf({ objects: ['<< /S /JavaScript /JS (app.alert(1)) >>'] }), 'active'],
    ['a pdf with a script in disguise', pdf({ objects: ['<< /S /J#61va#53cript /JS (app.alert(1)) >>'] }), 'active'],
    ['a pdf that starts a program', pdf({ objects: ['<< /S /Launch /F (cmd.exe) >>'] }), 'active'],
    ['a pdf with a file in it', pdf({ objects: ['<< /Type /EmbeddedFile >>'] }), 'active'],
    ['a pdf with a form that runs', pdf({ objects: ['<< /X#46A [(xdp) 9 0 R] >>'] }), 'active'],
    ['a pdf with a script packed away', pdf({ packed: '9 0 << /S /JavaScript /JS (app.alert(1)) >>' }), 'active'],
    ['a pdf with a script without its name, packed away', pdf({ packed: '9 0 << /JS 12 0 R >>' }), 'active'],
    ['a pdf with packed objects that swell', pdf({ packed: ' '.repeat(65 * 1024 * 1024) }), 'broken'],
    ['a pdf with beginnings of streams that never end', pdf({ objects: [`/ObjStm ${'stream\n'.repeat(100_000)}`] }), 'broken'],
    ['a photo of a million empty parts', Buffer.concat([jpeg().subarray(0, 2), Buffer.from('fffe0002'.repeat(1_000_000), 'hex')]), 'broken'],
    ['a pdf with packed objects that cannot be unpacked', pdf({ objects: ['<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nxyz\nendstream'] }), 'broken'],
  ])('is refused when it holds %s', (_, bytes, refusal) => {
    expect(checkFile(bytes)).toBe(refusal);
  });

  it('is taken with packed objects that only show', () => {
    expect(checkFile(pdf({ packed: '9 0 << /Type /Page /AAPL:JSx true >>' }))).toMatchObject({ kind: 'pdf' });
  });

  it('does not say where a photo was taken, but keeps how it is turned', () => {
    const photo = kept(jpeg({ between: [camera(6), segment(0xfe, Buffer.from('gemaakt door Sem'))] }));
    expect(photo.includes('GPS')).toBe(false);
    expect(photo.includes('Sem')).toBe(false);
    expect(orientationIn(photo.subarray(6))).toBe(6);
    expect(kept(photo)).toEqual(photo);
  });

  it('keeps the colours of a photo and nothing behind its end', () => {
    const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0\x01\x01colours', 'latin1'));
    const photo = jpeg({ between: [profile, segment(0xe2, Buffer.from('MPF\0 a second photo'))] });
    expect(kept(Buffer.concat([photo, Buffer.from('<html>a film or a page</html>')]))).toEqual(jpeg({ between: [profile] }));
  });

  it('keeps of a picture only what draws it', () => {
    const told = [chunk('tEXt', Buffer.from('Author\0Sem')), chunk('iCCP', Buffer.from('swelling')), chunk('eXIf', Buffer.from('GPS'))];
    expect(kept(Buffer.concat([png({ between: told }), Buffer.from('PK\x03\x04')]))).toEqual(png());
  });
});
