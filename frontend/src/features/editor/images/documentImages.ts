import type { ImageStore } from './imageStore';

interface Waiting {
  readonly store: Promise<ImageStore>;
  readonly arrive: (store: ImageStore) => void;
}

const STORES = new WeakMap<Node, Waiting>();

function waiting(root: Node): Waiting {
  const known = STORES.get(root);
  if (known !== undefined) return known;
  let arrive: (store: ImageStore) => void = () => undefined;
  const store = new Promise<ImageStore>((resolve) => {
    arrive = resolve;
  });
  const made = { store, arrive };
  STORES.set(root, made);
  return made;
}

/** The pictures of the document that an editor shows, as soon as it is known which document that is. */
export function imagesOf(root: Node): Promise<ImageStore> {
  return waiting(root).store;
}

export function provideImages(root: Node, store: ImageStore): void {
  waiting(root).arrive(store);
}
