import { Module, type DynamicModule } from '@nestjs/common';
import { HealthController } from './health.controller.ts';
import { Health } from './health.ts';

@Module({})
export class HealthModule {
  static with(webUrl: string): DynamicModule {
    const providers = [{ provide: Health, useFactory: () => new Health(webUrl) }];
    return { module: HealthModule, controllers: [HealthController], providers };
  }
}
