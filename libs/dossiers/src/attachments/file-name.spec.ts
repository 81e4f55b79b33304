import { fileNameOf } from './file-name.ts';

describe('the name of a file', () => {
  it.each([
    ['Motivatie brief.pdf', 'Motivatie brief.pdf'],
    ['C:\\Users\\sem\\foto.JPEG', 'foto.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['brief.html', 'brief.pdf'],
    ['brief\u202Efdp.exe', 'brieffdp.pdf'],
    ['een\r\nset-cookie: x', 'eenset-cookie x.pdf'],
    ['Çelik’s brief', 'Çelik’s brief.pdf'],
    ['.pdf', 'bestand.pdf'],
    ['', 'bestand.pdf'],
    ['x'.repeat(300), `${'x'.repeat(80)}.pdf`],
  ])('%s becomes %s', (given, name) => {
    expect(fileNameOf(given, 'pdf')).toBe(name);
  });
});
