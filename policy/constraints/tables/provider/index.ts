import { type TypeRows } from "../../schema";
import { providerApplications } from "./applications";
import { providerData } from "./data";
import { providerDatabases } from "./databases";
import { providerDeliveries } from "./deliveries";
import { providerDevices } from "./devices";
import { providerNetworks } from "./networks";
import { providerOperations } from "./operations";
import { providerPeople } from "./people";
import { providerPlatforms } from "./platforms";
import { providerStorage } from "./storage";
import { providerStores } from "./stores";

/** What the AWS provider refuses in code of its own, in a preview or before it calls AWS; its validators are generated. */
export const provider: readonly TypeRows[] = [
  providerApplications,
  providerData,
  providerDatabases,
  providerDeliveries,
  providerDevices,
  providerNetworks,
  providerOperations,
  providerPeople,
  providerPlatforms,
  providerStorage,
  providerStores,
].flat();
