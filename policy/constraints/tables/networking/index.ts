import { type TypeRows } from "../../schema";
import { connections } from "./connections";
import { firewallGroups } from "./firewallGroups";
import { firewalls } from "./firewalls";
import { resolvers } from "./resolvers";

/** Firewalls, resolvers, classic load balancers, and connections of networks. */
export const networking: readonly TypeRows[] = [connections, firewallGroups, firewalls, resolvers].flat();
