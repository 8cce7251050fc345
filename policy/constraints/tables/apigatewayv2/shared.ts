import { type Row, type Scalar } from "../../schema";
import { page } from "../pages";

export const reference = (path: string): string => page(`apigatewayv2/latest/api-reference/${path}`);

export const http = { type: "aws:apigatewayv2/api:Api", properties: { id: "a1", protocolType: "HTTP" } };

export const webSocket = { type: "aws:apigatewayv2/api:Api", properties: { id: "w1", protocolType: "WEBSOCKET" } };

export const beside = { http, webSocket };

/** The API that a resource belongs to is of one protocol. */
export const onlyFor = (protocolType: "HTTP" | "WEBSOCKET") => ({
  refersTo: { type: "aws:apigatewayv2/api:Api", fits: { properties: { protocolType: { const: protocolType } } } },
});

/** A row on what only one kind of API has: a property, with whatever value or, where some are for both kinds, with any of `values`. */
export function ofKind(
  protocolType: "HTTP" | "WEBSOCKET",
  property: string,
  good: unknown,
  fact: string,
  values?: readonly Scalar[],
): Row {
  const [own, other] = protocolType === "HTTP" ? ["a1", "w1"] : ["w1", "a1"];
  return {
    at: "",
    fact,
    if: { required: [property], ...(values && { properties: { [property]: { enum: values } } }) },
    then: { properties: { apiId: onlyFor(protocolType) } },
    good: { apiId: own, [property]: good },
    bad: { apiId: other, [property]: good },
    beside,
  };
}
