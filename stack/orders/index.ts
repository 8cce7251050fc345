import { area } from "../area";
import { ordersResources } from "./resources";
import { ordersProblems, ordersSettings } from "./settings";

/** Orders: charged, reserved and announced, or undone. */
export const orders = area({
  settings: ordersSettings,
  problems: ordersProblems,
  resources: ordersResources,
});
