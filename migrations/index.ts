import { Roles1790000000000 } from './1790000000000-roles.ts';

export const migrations = [Roles1790000000000];
