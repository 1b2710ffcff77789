import type { en } from './en';

/** The same keys with texts of another language. */
export type Shape<T> = {
  readonly [Key in keyof T]: T[Key] extends string ? string : Shape<T[Key]>;
};

/** Every language has exactly the keys of English. */
export type Texts = Shape<typeof en>;
