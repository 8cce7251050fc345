import { type ResourceType } from "./resourceType";
import { type Session } from "../protocol/session";

/** One resource of the program, in one configured provider. */
export interface Subject {
  name: string;
  type: ResourceType;
  session: Session;
}
