export { Api } from "./api";
export { ApiMapping } from "./apiMapping";
export { Authorizer } from "./authorizer";
export { DomainName } from "./domainName";
export { Integration } from "./integration";
export { Route } from "./route";
export { Stage } from "./stage";
