import { area } from "../area";
import { paymentsResources } from "./resources";
import { paymentsProblems, paymentsSettings } from "./settings";

/** Payments from every event source, each booked once. */
export const payments = area({
  settings: paymentsSettings,
  problems: paymentsProblems,
  resources: paymentsResources,
});
