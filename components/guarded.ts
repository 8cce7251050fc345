/** What the package exports at run time. */
import * as components from ".";
import { guarded } from "./core/guard";

export = guarded(components);
