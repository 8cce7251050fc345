import { type Properties } from "../../frame/values";

/** @throws Error where several of these arguments are set. */
export function atMostOne(args: Properties, ...names: string[]): void {
  const set = names.filter((name) => args[name] !== undefined);
  if (set.length > 1) throw new Error(`${set.join(" and ")} are both set. Fix: give one of ${names.join(", ")}.`);
}

/** @throws Error where none, or several, of these arguments are set. */
export function exactlyOne(args: Properties, ...names: string[]): void {
  atMostOne(args, ...names);
  if (!names.some((name) => args[name] !== undefined)) throw new Error(`Fix: give one of ${names.join(", ")}.`);
}
