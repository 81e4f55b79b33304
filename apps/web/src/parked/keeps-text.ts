import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    keepsText?: boolean;
  }
}

/**
 * What is sent here after the session ended is kept, and shown again to who typed it. For a handler that reads its form with
 * `readForm` and shows the page again, with what was typed, when there are errors. Never for signing in or for sharing choices.
 */
export const KeepsText = () => RouteConfig({ keepsText: true });

export const keepsText = ({ routeOptions }: FastifyRequest): boolean => routeOptions.config.keepsText === true;
