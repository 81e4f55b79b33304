import { Module, type DynamicModule } from '@nestjs/common';
import { HealthModule } from './health/health.module.ts';
import type { WebParts } from './web-parts.ts';

@Module({})
export class AppModule {
  static with({ database }: WebParts): DynamicModule {
    return { module: AppModule, imports: [HealthModule.with(database.webUrl)] };
  }
}
