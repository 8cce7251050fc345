import { type Property, type Reading } from "../known";

/** How many elements a list has; they count whether or not each of them is known. */
export function count(list: Property): Reading<number> {
  const elements = list.list();
  return elements.state === "known" ? { state: "known", value: elements.value.length } : elements;
}
