import { type Graph } from "../../frame/graph";
import { type Property } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";

/** A claim of a user pool's tokens that becomes a principal tag, or that a rule gives a role for. */
export interface DecidingClaim {
  readonly owner: Resource;
  readonly claim: Property;
  /** Names the user pool, and its client where that matters. */
  readonly provider: Property;
}

const entries = (property: Property): readonly Property[] => {
  const read = property.entries();
  return read.state === "known" ? read.value.map(([, value]) => value) : [];
};
const elements = (property: Property): readonly Property[] => {
  const list = property.list();
  return list.state === "known" ? list.value : [];
};

export function decidingClaims(stack: Graph): readonly DecidingClaim[] {
  const tags = stack.ofType(types.principalTags).flatMap((owner) => {
    const defaults = owner.get("useDefaults").flag();
    if (defaults.state === "known" && defaults.value) return []; // the tags are `sub` and `aud`
    const provider = owner.get("identityProviderName");
    return entries(owner.get("principalTags")).map((claim) => ({ owner, claim, provider }));
  });
  const rules = stack.ofType(types.identityPoolRoles).flatMap((owner) =>
    elements(owner.get("roleMappings")).flatMap((mapping) => {
      const provider = mapping.at("identityProvider");
      return elements(mapping.at("mappingRules")).map((rule) => ({ owner, claim: rule.at("claim"), provider }));
    }),
  );
  return [...tags, ...rules];
}

/** What the stack shows of the user pool whose tokens have a claim; undefined for a provider that is none. */
export interface ClaimPool {
  /** None for a pool of another stack. */
  readonly pools: readonly Resource[];
  readonly clients: readonly Resource[];
  /** Whether clients may be missing. */
  readonly open: boolean;
}

/** The user pool that issues the tokens, with those of its clients that the stack makes. */
export function findClaimPool(stack: Graph, { owner, provider }: DecidingClaim): ClaimPool | undefined {
  const name = provider.text();
  const id = name.state === "known" ? /^cognito-idp\.[^/]+\/([^:]+)/.exec(name.value)?.[1] : undefined;
  if (name.state === "known" && id === undefined) return undefined;
  const pools =
    id === undefined ? stack.sources(owner, provider, types.userPool) : stack.find(owner, id, types.userPool);
  if (id === undefined && pools.length === 0) return { pools, clients: [], open: true };
  const found = stack.ofType(types.userPoolClient).map((client) => {
    const of = client.get("userPoolId");
    const reference = stack.refer(client, of, types.userPool);
    if (reference.state === "resolved") return { client, own: reference.to.some((each) => pools.includes(each)) };
    return { client, own: reference.state === "external" ? reference.value === id : undefined };
  });
  return {
    pools,
    clients: found.flatMap(({ client, own }) => (own ? [client] : [])),
    open: found.some(({ own }) => own === undefined),
  };
}
