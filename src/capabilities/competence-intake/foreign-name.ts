import type { NamedPerson } from './parsed.ts';

/** How a file's person is called in a mapping: the name, with number or address where the file gives one. */
export const foreignPerson = ({ name, email, externalId }: NamedPerson): string => {
  const mark = externalId ?? email;
  return mark === null ? name : name === '' ? mark : `${name} (${mark})`;
};
