import type * as sdk from "@aws-sdk/client-wafv2";
import type { WebAcl as WebAclResource, WebAclArgs } from "@pulumi/aws/wafv2/webAcl";
import { type Aws } from "../../frame/aws";
import { unless } from "../../frame/errors";
import { wordCharacters } from "../../frame/names";
import { withRule } from "../../frame/properties";
import { type Inputs, resourceType, tags } from "../../frame/resourceType";
import { fromAws, tagList, tagMap, toAws } from "../../frame/shapes";

const notFound = ["WAFNonexistentItemException"];
const renames = { cloudwatchMetricsEnabled: "CloudWatchMetricsEnabled" };
const notEvaluated = "no request is judged";

/** https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html */
export const WebAcl = resourceType<WebAclArgs, WebAclResource>({
  token: "aws:wafv2/webAcl:WebAcl",
  name: {
    property: "name",
    maxLength: 128,
    ...wordCharacters,
    prefixProperty: "namePrefix",
  },
  identity: ["name", "scope"],
  properties: {
    ...withRule({ notEmulated: notEvaluated }, "associationConfig", "captchaConfig", "challengeConfig"),
    ...withRule({ notEmulated: notEvaluated }, "dataProtectionConfig", "tokenDomains"),
    customResponseBodies: { unordered: true },
    ...withRule({ replace: true }, "description", "name", "namePrefix"),
    defaultAction: { required: true },
    ruleJson: { document: "json", notEmulated: "give rules" },
    rules: { unordered: true },
    scope: { required: true, replace: true },
    tags,
    visibilityConfig: { required: true, idle: "no metric is kept" },
  },
  notEmulated: ({ rules = [] }) =>
    [...new Set(rules.flatMap(({ statement }) => unjudged(statement as Statement)))].map(
      (kind) => `rules: ${kind} judges no request`,
    ),
  outputs: { applicationIntegrationUrl: "stable", arn: "stable", capacity: "changes", lockToken: "changes" },
  fromImportId: (id) => {
    const [own, name, scope] = id.split("/");
    return { id: own, known: { name, scope } };
  },

  async create(props, { wafv2 }) {
    const { name: Name, description: Description, tags } = props;
    const list = tagList(tags);
    const { Summary } = await wafv2.createWebACL({
      ...toSettings(props),
      Name,
      Description,
      Scope: props.scope as sdk.Scope,
      Tags: list.length ? list : undefined,
    });
    return Summary!.Id!;
  },

  async read(id, aws, { name, scope }) {
    const found = await find(id, { name, scope }, aws);
    if (!found?.WebACL) return undefined;
    const { WebACL: live, LockToken = "" } = found;
    const { TagInfoForResource } = await aws.wafv2.listTagsForResource({ ResourceARN: live.ARN });
    return {
      name: live.Name,
      description: live.Description || undefined,
      scope,
      defaultAction: fromAws(live.DefaultAction),
      rules: fromAws(live.Rules, renames),
      visibilityConfig: fromAws(live.VisibilityConfig, renames),
      tags: tagMap(TagInfoForResource?.TagList),
      applicationIntegrationUrl: "",
      arn: live.ARN,
      capacity: live.Capacity ?? 0,
      lockToken: LockToken,
    };
  },

  async update(id, props, _old, aws) {
    const found = await find(id, props, aws);
    await aws.wafv2.updateWebACL({
      ...toSettings(props),
      Id: id,
      Name: props.name,
      Scope: props.scope as sdk.Scope,
      LockToken: found?.LockToken,
    });
  },

  tagging: {
    remove: (_id, TagKeys, { wafv2 }, { arn }) => wafv2.untagResource({ ResourceARN: arn, TagKeys }),
    add: (_id, tags, { wafv2 }, { arn }) => wafv2.tagResource({ ResourceARN: arn, Tags: tagList(tags) }),
  },

  async delete(id, aws, { name, scope }) {
    const found = await find(id, { name, scope }, aws);
    if (!found) return;
    const LockToken = found.LockToken;
    await unless(notFound, aws.wafv2.deleteWebACL({ Id: id, Name: name, Scope: scope as sdk.Scope, LockToken }));
  },
});

interface Statement {
  readonly [kind: string]: { readonly statement?: Statement; readonly statements?: Statement[] } | undefined;
}
const judged = new Set(
  ["and", "byteMatch", "ipSetReference", "not", "or", "rateBased", "regexMatch", "sizeConstraint"].map(
    (kind) => `${kind}Statement`,
  ),
);

/** The kinds of statements in a rule that the emulator's distributions do not judge. */
function unjudged(statement: Statement): string[] {
  return Object.entries(statement).flatMap(([kind, said]) => {
    if (!said) return [];
    if (!judged.has(kind)) return [kind];
    return [...(said.statements ?? []), ...(said.statement ? [said.statement] : [])].flatMap(unjudged);
  });
}

const find = (Id: string, { name, scope }: { name?: string; scope?: string }, { wafv2 }: Aws) =>
  unless(notFound, wafv2.getWebACL({ Id, Name: name, Scope: scope as sdk.Scope }));

const toSettings = (props: Inputs<WebAclArgs>) => ({
  DefaultAction: toAws<sdk.DefaultAction>(props.defaultAction),
  Rules: toAws<sdk.Rule[]>(props.rules ?? [], renames),
  CustomResponseBodies: props.customResponseBodies?.length
    ? Object.fromEntries(
        props.customResponseBodies.map(({ key, content, contentType }) => [
          key,
          { Content: content, ContentType: contentType as sdk.ResponseContentType },
        ]),
      )
    : undefined,
  VisibilityConfig: toAws<sdk.VisibilityConfig>(props.visibilityConfig, renames),
});
