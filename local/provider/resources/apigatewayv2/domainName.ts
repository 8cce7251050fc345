import type * as sdk from "@aws-sdk/client-apigatewayv2";
import type { DomainName as DomainResource, DomainNameArgs } from "@pulumi/aws/apigatewayv2/domainName";
import { unless } from "../../frame/errors";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { fromAws, toAws } from "../../frame/shapes";
import { formatArn, notFound } from "../apigateway/shared";
import { tagging } from "./shared";

/** https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/domainnames.html */
export const DomainName = resourceType<DomainNameArgs, DomainResource>({
  token: "aws:apigatewayv2/domainName:DomainName",
  identity: ["domainName"],
  properties: {
    domainName: { required: true, replace: true },
    domainNameConfiguration: { required: true, idle: "the emulator's custom domains have no certificate of their own" },
    mutualTlsAuthentication: { idle: "the emulator asks for no client certificate" },
    routingMode: { computed: true },
    tags,
  },
  outputs: { apiMappingSelectionExpression: "stable", arn: "stable" },

  async create(props, { apigatewayv2 }) {
    await apigatewayv2.createDomainName({ ...toSettings(props), Tags: props.tags });
    return props.domainName;
  },

  async read(domainName, aws) {
    const live = await unless(notFound, aws.apigatewayv2.getDomainName({ DomainName: domainName }));
    if (!live) return undefined;
    const { ApiGatewayDomainName: targetDomainName, ...configuration } = live.DomainNameConfigurations?.[0] ?? {};
    return {
      domainName,
      domainNameConfiguration: { ...fromAws<Configuration>(configuration), targetDomainName },
      mutualTlsAuthentication: live.MutualTlsAuthentication && fromAws(live.MutualTlsAuthentication),
      routingMode: live.RoutingMode,
      tags: live.Tags ?? {},
      apiMappingSelectionExpression: live.ApiMappingSelectionExpression ?? "$request.basepath",
      arn: formatArn(aws, `/domainnames/${domainName}`),
    };
  },

  async update(_domainName, props, _old, { apigatewayv2 }) {
    await apigatewayv2.updateDomainName(toSettings(props));
  },

  tagging,

  async delete(domainName, { apigatewayv2 }) {
    await unless(notFound, apigatewayv2.deleteDomainName({ DomainName: domainName }));
  },
});

type Configuration = Inputs<DomainNameArgs>["domainNameConfiguration"];

const toSettings = (props: Inputs<DomainNameArgs>) => ({
  DomainName: props.domainName,
  DomainNameConfigurations: [toAws<sdk.DomainNameConfiguration>(props.domainNameConfiguration)],
  MutualTlsAuthentication: toAws<sdk.MutualTlsAuthenticationInput>(props.mutualTlsAuthentication ?? {}),
  RoutingMode: props.routingMode as sdk.RoutingMode,
});
