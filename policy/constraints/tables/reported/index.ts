import { type TypeRows } from "../../schema";
import { containersReported } from "./containers";
import { databasesReported } from "./databases";
import { deliveryReported } from "./delivery";
import { drawnReported } from "./drawn";
import { drawnDeliveryReported } from "./drawnDelivery";
import { functionsReported } from "./functions";
import { gatewaysReported } from "./gateways";
import { monitoringReported } from "./monitoring";
import { networksReported } from "./networks";
import { peopleReported } from "./people";
import { storageReported } from "./storage";

/** What public bug reports quote of AWS's refusals, and its neighbours. */
export const reported: readonly TypeRows[] = [
  containersReported,
  databasesReported,
  deliveryReported,
  drawnReported,
  drawnDeliveryReported,
  functionsReported,
  gatewaysReported,
  monitoringReported,
  networksReported,
  peopleReported,
  storageReported,
].flat();
