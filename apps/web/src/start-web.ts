import { CannotGoOn, createApp, nestLog } from '#platform';
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
    throw new CannotGoOn(listenComplaint(error, config.host, config.port));
  }
  return {
    stop: async () => {
      app.get(Health, { strict: false }).stop();
      await app.close();
    },
  };
}

function listenComplaint(error: unknown, host: string, port: number): string {
  const { code } = error as { code?: string };
  if (code === 'EADDRINUSE') return `Poort ${port} is al in gebruik: kies een andere met PORT, of stop wie hem gebruikt.`;
  if (code === 'EACCES') return `Poort ${port} is hier niet toegestaan: kies er met PORT een boven 1023.`;
  return `Op ${host} kan niet worden geluisterd (${code ?? 'onbekend'}): kijk HOST en PORT na.`;
}
