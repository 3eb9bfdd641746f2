import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { MusterError } from '../kernel/errors.ts';

type Module = Readonly<Record<string, ComponentType>>;

const modules = import.meta.glob<Module>('../capabilities/*/web/*Screen.tsx');

/** A screen of a capability, loaded when it is first shown. The file's name is the name of what it exports. */
export function screen(capability: string, name: string) {
  return lazyRouteComponent(async () => {
    const load = modules[`../capabilities/${capability}/web/${name}.tsx`];
    const component = load === undefined ? undefined : (await load())[name];
    if (component === undefined)
      throw new MusterError({ code: 'unusable-data', reason: `There is no page ${capability}/${name}.` });
    return { default: component };
  });
}
