/** Merges arguments over defaults; an undefined argument does not hide its default. */
export function withDefaults<D extends object, A extends object>(defaults: D, args: A): D & A {
  const given = Object.entries(args).filter(([, value]) => value !== undefined);
  return { ...defaults, ...(Object.fromEntries(given) as A) };
}
