import { type Properties } from "../frame/values";
import { type Monitor } from "./monitor";

/** The outputs of a component, and the resources that each of them comes from. */
export interface Constructed {
  urn: string;
  state: Properties;
  dependencies: Record<string, string[]>;
}

/** The program that asks for a component. */
export interface Asking {
  monitor: Monitor;
  /** Its folder, for which its relative paths are meant. */
  folder: string;
}
