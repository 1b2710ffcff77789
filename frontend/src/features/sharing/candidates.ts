import type { Contact, Found } from '../../lib/api/sharingApi';

/** Somebody or something that may be given access. */
export type Candidate =
  | { readonly kind: 'person'; readonly key: string; readonly person: Contact }
  | { readonly kind: 'group'; readonly key: string; readonly name: string }
  | { readonly kind: 'email'; readonly key: string; readonly email: string };

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is offered for the text: who was found, or an invitation where a whole address is nobody's. */
export function candidates(typed: string, found: Found | undefined): readonly Candidate[] {
  const text = typed.trim();
  if (text === '' || found === undefined) return [];
  const people = found.people.map((person): Candidate => ({
    kind: 'person',
    key: person.userId,
    person,
  }));
  const groups = found.groups.map((name): Candidate => ({ kind: 'group', key: `g:${name}`, name }));
  const invited: readonly Candidate[] =
    people.length === 0 && ADDRESS.test(text)
      ? [{ kind: 'email', key: `e:${text}`, email: text }]
      : [];
  return [...people, ...groups, ...invited];
}

/** The one that is meant although none was chosen: a whole address, or a name that only one has. */
export function meant(typed: string, found: Found): Candidate | undefined {
  const all = candidates(typed, found);
  const text = typed.trim().toLowerCase();
  const exact = all.filter((each) => nameOf(each).toLowerCase() === text);
  if (exact.length === 1) return exact[0];
  return ADDRESS.test(text) && all.length === 1 ? all[0] : undefined;
}

export function nameOf(candidate: Candidate): string {
  switch (candidate.kind) {
    case 'person':
      return candidate.person.displayName;
    case 'group':
      return candidate.name;
    case 'email':
      return candidate.email;
  }
}
