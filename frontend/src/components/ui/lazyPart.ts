import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { loadPart } from '../../lib/lostChunk';

/** A component whose code comes when it is first shown, and survives an upgrade of the server. */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: await loadPart(load) }));
}
