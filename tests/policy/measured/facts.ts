import { type Fact } from "../heldOut/inputs";

/** Facts by the name that they have in `policy/constraints/measured/<service>.json`. */
export type FactsByName = Readonly<Record<string, Fact>>;
