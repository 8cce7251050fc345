export * from "./delivery";
export * from "./functionPermission";
export * from "./roleRights";
export * from "./roleTrust";
