import { withoutPersonalData } from './without-personal-data.ts';

describe('an error in the log', () => {
  it('says what went wrong, not with whom', () => {
    const error = Object.assign(new Error('invalid input syntax for type date: "Noor de Vries"'), {
      code: '22007',
      table: 'student',
      detail: 'Failing row contains (Noor, de Vries)',
      parameters: ['Noor'],
    });
    const line = JSON.stringify(withoutPersonalData(error));
    expect(line).toContain('22007');
    expect(line).not.toContain('Noor');
  });

  it('leaves out the address that a mail server repeats', () => {
    const error = new Error('550 5.1.1 <noor@example.nl>: user unknown');
    expect(withoutPersonalData(error).message).toBe('550 5.1.1 <…>: user unknown');
  });
});
