export * from "./delivery";
export * from "./functionPermission";
export * from "./logDelivery";
export * from "./roleRights";
export * from "./roleTrust";
