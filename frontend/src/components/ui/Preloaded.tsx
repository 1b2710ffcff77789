import { createElement, useEffect, useState, type ComponentType } from 'react';

interface PreloadedProps<P extends object> {
  readonly load: () => Promise<ComponentType<P>>;
  /** Whether it is to be seen; where loading failed before, it is tried again when this changes. */
  readonly wanted: boolean;
  readonly props: P;
}

/**
 * A component whose code comes after the page itself, so that the page is light, but before it is needed,
 * so that it is there without a connection.
 */
export function Preloaded<P extends object>({ load, wanted, props }: PreloadedProps<P>) {
  const [loaded, setLoaded] = useState<{ readonly component: ComponentType<P> }>();
  useEffect(() => {
    load().then(
      (component) => {
        setLoaded({ component });
      },
      () => undefined,
    );
  }, [load, wanted]);
  return loaded === undefined ? null : createElement(loaded.component, props);
}
