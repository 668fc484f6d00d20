// What a name may be: one dot, 3 to 37 characters, `a-z 0-9 - _` on both sides of it, at most 19 after it. The
// documents allow a `+`, the deployed code refuses it; so do we.

export const NAME_MAX = 37;
export const NAME_MIN = 3;
export const NAMESPACE_MAX = 19;

export type NameFault =
  | 'empty'
  | 'too-short'
  | 'too-long'
  | 'no-dot'
  | 'two-dots'
  | 'characters'
  | 'empty-part'
  | 'namespace-too-long';

const LETTERS = /^[a-z0-9\-_]+$/;

/** What keeps it from being a name, or null. */
export function nameFault(name: string): NameFault | null {
  if (name === '') return 'empty';
  if (name.length > NAME_MAX) return 'too-long';
  const parts = name.split('.');
  if (parts.length === 1) return 'no-dot';
  if (parts.length > 2) return 'two-dots';
  const [label = '', space = ''] = parts;
  if (label === '' || space === '') return 'empty-part';
  if (name.length < NAME_MIN) return 'too-short';
  if (!LETTERS.test(label) || !LETTERS.test(space)) return 'characters';
  return space.length > NAMESPACE_MAX ? 'namespace-too-long' : null;
}

/** What keeps it from being a namespace, or null. */
export function namespaceFault(id: string): NameFault | null {
  if (id === '') return 'empty';
  if (id.length > NAMESPACE_MAX) return 'too-long';
  return LETTERS.test(id) ? null : 'characters';
}

export const namespaceOf = (name: string): string => name.slice(name.indexOf('.') + 1);
