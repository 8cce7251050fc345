import { type TypeRows } from "../../schema";
import { addressesReported } from "./addresses";
import { containersReported } from "./containers";
import { databasesReported } from "./databases";
import { deliveryReported } from "./delivery";
import { drawnReported } from "./drawn";
import { drawnDeliveryReported } from "./drawnDelivery";
import { functionsReported } from "./functions";
import { gatewaysReported } from "./gateways";
import { identifiersReported } from "./identifiers";
import { monitoringReported } from "./monitoring";
import { networksReported } from "./networks";
import { peopleReported } from "./people";
import { searchesReported } from "./searches";
import { secondDatabasesReported } from "./secondDatabases";
import { secondNetworksReported } from "./secondNetworks";
import { secondPeopleReported } from "./secondPeople";
import { storageReported } from "./storage";
import { tasksReported } from "./tasks";
import { thirdApplicationsReported } from "./thirdApplications";
import { thirdDataReported } from "./thirdData";
import { thirdNetworksReported } from "./thirdNetworks";

/** What public bug reports quote of AWS's refusals, and its neighbours. */
export const reported: readonly TypeRows[] = [
  addressesReported,
  containersReported,
  databasesReported,
  deliveryReported,
  drawnReported,
  drawnDeliveryReported,
  functionsReported,
  gatewaysReported,
  identifiersReported,
  monitoringReported,
  networksReported,
  peopleReported,
  searchesReported,
  secondDatabasesReported,
  secondNetworksReported,
  secondPeopleReported,
  storageReported,
  tasksReported,
  thirdApplicationsReported,
  thirdDataReported,
  thirdNetworksReported,
].flat();
