import { cannotListen, createApp, nestLog } from '#platform';
import { AppModule } from './app.module.ts';
import { Health } from './health/health.ts';
import type { WebParts } from './web-parts.ts';

export interface RunningWeb {
  readonly stop: () => Promise<void>;
}

/** The pages, listening. */
export async function startWeb(parts: WebParts): Promise<RunningWeb> {
  const { config, publicUrl } = parts;
  const app = await createApp(AppModule.with(parts), {
    trustProxy: config.trustProxy,
    publicUrl,
    secret: parts.database.secret,
    logger: nestLog,
  });
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    throw cannotListen(error, config.host, config.port);
  }
  return {
    stop: async () => {
      app.get(Health, { strict: false }).stop();
      await app.close();
    },
  };
}
