import { type Aws } from "../../frame/aws";

/** The settings of an API's target. */
export interface QuickCreate {
  target?: string | undefined;
  routeKey?: string | undefined;
  credentialsArn?: string | undefined;
}

const readRouteKey = ({ routeKey }: QuickCreate): string => routeKey ?? "$default";

/** Functions get payload format 2.0; other targets get the request itself. */
const toIntegration = ({ target = "" }: QuickCreate) =>
  target.startsWith("arn:")
    ? ({ IntegrationType: "AWS_PROXY", IntegrationUri: target, PayloadFormatVersion: "2.0" } as const)
    : ({
        IntegrationType: "HTTP_PROXY",
        IntegrationUri: target,
        IntegrationMethod: "ANY",
        PayloadFormatVersion: "1.0",
      } as const);

/** Creates what AWS creates for an API with a target: an integration, a route and a stage. */
export async function createQuickly(ApiId: string, made: QuickCreate, client: Aws["apigatewayv2"]): Promise<void> {
  const { IntegrationId } = await client.createIntegration({ ApiId, ...toIntegration(made) });
  await client.createRoute({ ApiId, RouteKey: readRouteKey(made), Target: `integrations/${IntegrationId}` });
  const { Items: stages = [] } = await client.getStages({ ApiId });
  if (!stages.some(({ StageName }) => StageName === "$default"))
    await client.createStage({ ApiId, StageName: "$default", AutoDeploy: true });
}

/** Removes the integration and route of the former target; the stage stays. */
export async function removeQuickly(ApiId: string, old: QuickCreate, client: Aws["apigatewayv2"]): Promise<void> {
  const { Items: routes = [] } = await client.getRoutes({ ApiId });
  const route = routes.find(({ RouteKey }) => RouteKey === readRouteKey(old));
  if (!route) return;
  await client.deleteRoute({ ApiId, RouteId: route.RouteId });
  const IntegrationId = route.Target?.split("/").at(-1);
  if (IntegrationId) await client.deleteIntegration({ ApiId, IntegrationId });
}
