import { install, migrations } from '#migrations';
import type { Schema } from '#platform';

export const schema: Schema = { migrations, install };
