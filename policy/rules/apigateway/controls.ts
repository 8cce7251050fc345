import { securityHub } from "../../frame/controls";

/** The control on routes, whether they are resources or operations of an OpenAPI document. */
export const routesAuthorize = securityHub("APIGateway.8", "API Gateway routes should specify an authorization type");
