import { page } from "../../pages";

export const tenants = { tenancyConfig: { tenantIsolationMode: "PER_TENANT" } };
export const isolation = page("lambda/latest/dg/tenant-isolation");
