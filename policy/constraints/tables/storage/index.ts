import { type TypeRows } from "../../schema";
import { backupReports } from "./backupReports";
import { datasync } from "./datasync";
import { fsxLustre } from "./fsxLustre";
import { fsxOntap } from "./fsxOntap";
import { fsxOpenZfs } from "./fsxOpenZfs";
import { fsxWindows } from "./fsxWindows";
import { transferParts } from "./transferParts";
import { transferServers } from "./transferServers";

/** Files: where they lie, how they come and how they are kept. */
export const storage: readonly TypeRows[] = [
  ...backupReports,
  ...datasync,
  ...fsxLustre,
  ...fsxOntap,
  ...fsxOpenZfs,
  ...fsxWindows,
  ...transferParts,
  ...transferServers,
];
