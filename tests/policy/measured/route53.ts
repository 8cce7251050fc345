import { type FactsByName } from "./facts";
import { route53Checks } from "./route53Checks";
import { route53Counts } from "./route53Counts";
import { route53Names } from "./route53Names";
import { route53Records } from "./route53Records";
import { route53Values } from "./route53Values";
import { route53Zones } from "./route53Zones";

export const route53: FactsByName = {
  ...route53Checks,
  ...route53Counts,
  ...route53Names,
  ...route53Records,
  ...route53Values,
  ...route53Zones,
};
