import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { MAY, PUBLIC, SIGNED_IN } from './may.decorator.ts';

export interface HandlerRow {
  readonly method: string;
  readonly path: string;
  /** The cell it names, `public` or `signed-in`; undefined is a mistake that stops the start. */
  readonly cell: string | undefined;
  readonly name: string;
}

type Handler = (...parameters: unknown[]) => unknown;

/** All handlers with the cell that each names; the service does not start when one names none. */
@Injectable()
export class Handlers implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.all().filter(({ cell }) => !cell);
    if (open.length) throw new Error(`Handlers without @May or @Public: ${open.map(({ name }) => name).join(', ')}`);
  }

  all(): HandlerRow[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const methods = this.scanner.getAllMethodNames(Object.getPrototypeOf(instance));
      return methods.flatMap((name) => this.row(instance[name], metatype, name));
    });
  }

  private row(handler: Handler, controller: Function, name: string): HandlerRow[] {
    const method = this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
    if (method === undefined) return [];
    const says = <T>(key: string): T | undefined => this.reflector.getAllAndOverride<T>(key, [handler, controller]);
    const base = this.reflector.get<string>(PATH_METADATA, controller);
    const own = [this.reflector.get<string | string[]>(PATH_METADATA, handler)].flat();
    const cell = says<string>(MAY) ?? (says<boolean>(PUBLIC) ? 'public' : says<boolean>(SIGNED_IN) ? 'signed-in' : undefined);
    return own.map((path) => ({ method: RequestMethod[method], path: joined(base, path), cell, name: `${controller.name}.${name}` }));
  }
}

const joined = (base: string, own: string): string => `/${base}/${own}`.replaceAll(/\/+/g, '/').replace(/(.)\/$/, '$1');
