import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { component } from "../../core/component";
import { accessPolicy } from "./access";
import { ApiAccount } from "./account";
import { apiAlarms } from "./alarms";
import { type ApiArgs, apiDefaults, EndpointType } from "./args";
import { type DomainArgs } from "../../core/domain";
import { createAuthorizers } from "./authorizers";
import { apiProblems } from "./check";
import { Check } from "../../core/check";
import { Definition } from "./definition";
import { createDomain } from "./domain";
import { createPrivateDomain } from "./privateDomain";
import { gatewayResponses } from "./responses";
import { Routes } from "./routes";
import { createStage, createUsagePlans, throttle } from "./stage";
import { withDefaults } from "../../core/defaults";
import { serviceRole } from "../../core/permissions";
import { asCallee } from "../../function/target";

/**
 * A REST API: routes are data, each with its authorization. It comes with request validation, throttling, access logs
 * in JSON and tracing, and is redeployed only if its definition has changed.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-rest-api.html
 */
@component
export class Api extends pulumi.ComponentResource {
  readonly restApi: aws.apigateway.RestApi;
  readonly stage: aws.apigateway.Stage;
  readonly logGroup: aws.cloudwatch.LogGroup;
  readonly apiId: pulumi.Output<string>;
  /** Address of the stage, without a slash at the end. */
  readonly url: pulumi.Output<string>;
  /** The newest deployment, which a canary can keep at the next update. */
  readonly deploymentId: pulumi.Output<string>;
  /** Ids of the keys of the usage plans, by the key's name. */
  readonly apiKeyIds: Record<string, pulumi.Output<string>>;
  /** The account's log setting, if this program declares it. */
  readonly account?: ApiAccount;
  /** Target for the DNS record of `domain`; undefined for a private API, whose record points at its VPC endpoint. */
  readonly domainTarget?: pulumi.Output<string>;

  constructor(name: string, args: ApiArgs, opts?: pulumi.ComponentResourceOptions) {
    super("headroom:api:Api", name, {}, opts);
    new Check("Api", name).args(args, apiProblems).done();
    const settings = withDefaults(apiDefaults, args);
    const { tags } = settings;
    const child = { parent: this };

    this.restApi = new aws.apigateway.RestApi(
      name,
      {
        description: args.description,
        endpointConfiguration: { types: settings.endpointType, vpcEndpointIds: args.vpcEndpointIds },
        binaryMediaTypes: args.binaryMediaTypes,
        // Otherwise callers could bypass mutual TLS. A private API keeps its default endpoint, which the same VPC
        // endpoints guard.
        disableExecuteApiEndpoint: args.domain && settings.endpointType !== EndpointType.Private ? true : undefined,
        tags,
      },
      child,
    );
    this.apiId = this.restApi.id;
    const deployment = this.deploy(name, args);
    this.deploymentId = deployment.id;

    this.logGroup = new aws.cloudwatch.LogGroup(
      `${name}-access-logs`,
      { namePrefix: `/aws/apigateway/${name}-`, retentionInDays: settings.logRetentionDays, tags },
      child,
    );
    const { restApi, logGroup } = this;
    this.account = args.account === true ? new ApiAccount(`${name}-account`, { tags }, child) : args.account;
    this.stage = createStage(name, { restApi, deployment, logGroup }, settings, {
      ...child,
      dependsOn: this.account ? [this.account.account] : [],
    });
    this.url = this.stage.invokeUrl;
    throttle(name, this.stage, settings, child);
    this.permit(name, args);
    this.apiKeyIds = createUsagePlans(name, this.stage, args.usagePlans ?? {}, tags, child);
    if (args.webAclArn !== undefined) {
      new aws.wafv2.WebAclAssociation(name, { webAclArn: args.webAclArn, resourceArn: this.stage.arn }, child);
    }
    if (args.domain) this.domainTarget = this.nameStage(name, args.domain, args);
    const dimensions = { ApiName: this.restApi.name, Stage: settings.stageName };
    apiAlarms(name, { dimensions, serverErrors: "5XXError" }, { ...args.alarms, tags }, child);
    this.registerOutputs({ apiId: this.apiId, url: this.url, deploymentId: this.deploymentId });
  }

  /** Creates the API's definition, and a deployment as its snapshot. */
  private deploy(name: string, args: ApiArgs): aws.apigateway.Deployment {
    const child = { parent: this };
    const { restApi } = this;
    const definition = new Definition();
    const policy = accessPolicy(restApi, aws.getPartitionOutput({}, child).partition, args);
    if (policy) definition.add(aws.apigateway.RestApiPolicy, name, { restApiId: restApi.id, policy }, child);

    const call = args.routes.flatMap(({ direct }) => direct?.statements ?? []);
    const direct =
      call.length > 0
        ? serviceRole(
            `${name}-direct`,
            { service: "apigateway.amazonaws.com", rights: { call }, tags: args.tags },
            child,
          )
        : undefined;
    const authorizers = createAuthorizers(name, args.authorizers ?? {}, { restApi, definition }, child);
    const routes = new Routes({ name, restApi, definition, authorizers, directRole: direct?.role, child });
    for (const route of args.routes) routes.add(route, args);
    if (args.cors) routes.addPreflights(args.routes, args.cors);
    gatewayResponses(name, { restApi, definition, cors: args.cors }, child);

    return new aws.apigateway.Deployment(
      name,
      { restApi: restApi.id, triggers: { definition: definition.hash() } },
      {
        ...child,
        dependsOn: [...definition.resources, ...(direct?.policies ?? [])],
        retainOnDelete: true, // a canary or an operator can go back to it; AWS deletes it with the API
      },
    );
  }

  /**
   * Gives the stage a custom domain. Returns the target for its DNS record; undefined for a private one, whose record
   * points at a VPC endpoint.
   */
  private nameStage(name: string, domain: DomainArgs, args: ApiArgs): pulumi.Output<string> | undefined {
    const { endpointType = apiDefaults.endpointType, vpcEndpointIds = [], tags } = args;
    const child = { parent: this };
    if (endpointType !== EndpointType.Private) {
      return createDomain(name, this.stage, { ...domain, endpointType, tags }, child);
    }
    createPrivateDomain(name, this.stage, { ...domain, vpcEndpointIds, tags }, child);
    return undefined;
  }

  /** Allows this stage, and no other API, to call the functions of the routes. */
  private permit(name: string, { routes }: ApiArgs): void {
    const functions = new Set(routes.flatMap((route) => (route.function ? [asCallee(route.function)] : [])));
    for (const target of functions) {
      new aws.lambda.Permission(
        `${name}-calls-${target.name}`,
        {
          action: "lambda:InvokeFunction",
          function: target.functionName,
          qualifier: target.alias?.name,
          principal: "apigateway.amazonaws.com",
          sourceArn: pulumi.interpolate`${this.restApi.executionArn}/${this.stage.stageName}/*`,
        },
        { parent: this },
      );
    }
  }
}
