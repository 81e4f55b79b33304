import { WrongUse, type Command } from '../command.ts';

export const migrate: Command = {
  name: 'migrate',
  usage: '',
  about: 'Bouwt de database op of werkt hem bij.',
  writes: false,
  plan: ({ words }) => {
    if (words.length) throw new WrongUse('migrate neemt geen argumenten.');
    return async ({ applied }) => ({
      json: { applied },
      text: applied.length ? applied.map((name) => `Uitgevoerd: ${name}`) : ['De database was al bij.'],
    });
  },
};
