import * as pulumi from "@pulumi/pulumi";
import {
  CloudFrontFunction,
  Distribution,
  EdgeEvent,
  EdgeFunction,
  GLOBAL_REGION,
  ownHandler,
  type PathBehaviorArgs,
  Topic,
  type UserPool,
  WebAcl,
  WebAclScope,
} from "../../components";
import { type Stack } from "../area";
import { type GeneralSettings } from "../general/settings";
import { identity } from "../identity";
import { identitySettings } from "../identity/settings";
import { type EdgeSettings } from "./settings";

/**
 * How long browsers cache a file, by the end of its path. Paths carry no content hash, so a file may change under its
 * name.
 */
const headerRules = [
  { match: "", headers: { "cache-control": "public, max-age=60" } },
  { match: ".css", headers: { "cache-control": "public, max-age=86400" } },
];

export function edgeResources(config: EdgeSettings & GeneralSettings, stack: Stack) {
  const { enabled, lambdaAtEdge, redirects, webAcl: hasWebAcl, ...settings } = config.edge;
  if (!enabled) return {};
  const { logRetentionDays } = config;
  const requests = new CloudFrontFunction("site-requests", {
    entry: ownHandler("edge-request"),
    settings: { redirects },
    description: "Redirects, and the pages of folders",
  });
  const headers = new CloudFrontFunction("site-headers", {
    entry: ownHandler("edge-headers"),
    settings: { rules: headerRules },
    description: "How long browsers keep what",
  });
  // CloudFront's metrics are in one Region, and an alarm cannot notify a topic in another.
  const topic = config.alarmEmail
    ? new Topic("site-alarms", { region: GLOBAL_REGION, alarms: true, emails: [config.alarmEmail] })
    : undefined;
  const webAcl = hasWebAcl
    ? new WebAcl("site-web-acl", { scope: WebAclScope.CloudFront, logRetentionDays })
    : undefined;
  const site = new Distribution("site", {
    ...settings,
    content: "stack/edge/site",
    forceDestroy: config.forceDestroy,
    webAcl,
    alarms: { actions: topic ? [topic.arn] : [] },
    defaultBehavior: {
      calls: [
        { event: EdgeEvent.ViewerRequest, function: requests },
        { event: EdgeEvent.ViewerResponse, function: headers },
      ],
    },
    behaviors: lambdaAtEdge ? lambdaBehaviors(logRetentionDays, stack) : [],
  });
  return {
    buckets: [site.bucket],
    outputs: { distributionDomain: site.domainName, siteUrl: site.url, siteBucket: site.bucket.bucket },
  };
}

function lambdaBehaviors(logRetentionDays: number, stack: Stack): PathBehaviorArgs[] {
  const welcome = new EdgeFunction("site-welcome", {
    entry: ownHandler("edge-content"),
    description: "A page by country, device and variant",
    logRetentionDays,
    settings: {
      cookie: "variant",
      variants: [
        { name: "plain", headline: "Welcome", share: 50 },
        { name: "warm", headline: "Good to see you", share: 50 },
      ],
      greetings: { "": "Hello", DE: "Guten Tag", FR: "Bonjour" },
      seconds: 300,
    },
  });
  const behaviors: PathBehaviorArgs[] = [
    {
      path: "/welcome",
      calls: [{ event: EdgeEvent.OriginRequest, edgeFunction: welcome }],
      caching: {
        seconds: 0, // as its answers say
        headers: ["CloudFront-Viewer-Country", "CloudFront-Is-Mobile-Viewer", "CloudFront-Is-Tablet-Viewer"],
        cookies: ["variant"],
      },
    },
  ];
  const { userPool } = stack.use(identity);
  if (!userPool) return behaviors;
  const { domain } = stack.settings(identitySettings).userPool;
  const clients = domain ? ["app", "web"] : ["app"];
  const members = new EdgeFunction("site-members", {
    entry: ownHandler("edge-auth"),
    description: "Lets users of the pool in",
    logRetentionDays,
    settings: pulumi.output({
      userPoolId: userPool.userPoolId,
      clientIds: clients.map((name) => userPool.client(name).id),
      tokenUse: "access",
      cookie: "__Host-session",
      ...(domain && {
        signIn: {
          domain: pulumi.interpolate`${domain}.auth.${region(userPool)}.amazoncognito.com`,
          clientId: userPool.client("web").id,
          scopes: ["openid", "email"],
          callbackPath: "/members/signed-in",
          signOutPath: "/members/sign-out",
        },
      }),
    }),
  });
  // Also covers what the default behaviour would rewrite into the folder: /members, and /members%2F…
  return [...behaviors, { path: "/members*", calls: [{ event: EdgeEvent.ViewerRequest, edgeFunction: members }] }];
}

/** The id of a pool begins with its Region. */
const region = ({ userPoolId }: UserPool): pulumi.Output<string> => userPoolId.apply((id) => id.split("_")[0] ?? "");
