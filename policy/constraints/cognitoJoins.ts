import { type Resource } from "../frame/resource";
import { type Join, refuse } from "./join";
import { isObject, isUnknown, list, plainProperties } from "../frame/plain";

const pool = "aws:cognito/userPool:UserPool";

const seconds: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** How long a token lives, where the program says it. */
function lifetime(client: Resource, token: string, unit: string): number | undefined {
  const value = client.get(`${token}Validity`).number();
  const own = client.get("tokenValidityUnits", token).text();
  if (value.state !== "known" || value.value === 0 || own.state === "unknown") return undefined;
  return value.value * (seconds[own.state === "known" ? own.value : unit] ?? NaN);
}

/** Tokens live no longer than the one that renews them. */
export const tokenOrder: Join = (client, found) => {
  const most = lifetime(client, "refreshToken", "days");
  if (most === undefined) return;
  for (const token of ["accessToken", "idToken"]) {
    const own = lifetime(client, token, "hours");
    if (own === undefined || !(own > most)) continue;
    const is = `is ${own.toLocaleString("en-US")} s, and the refresh token lives ${most.toLocaleString("en-US")} s`;
    const path = `${token}Validity`;
    refuse(found, {
      path,
      is,
      takes: "at most the time of the refresh token",
      fix: `Set ${path} to less, or refreshTokenValidity to more.`,
    });
  }
};

/** Providers that a client names are those of its pool. */
export const identityProviders: Join = (client, found, stack) => {
  const [own] = stack?.resolve(client, client.get("userPoolId"), pool) ?? [];
  const type = "aws:cognito/identityProvider:IdentityProvider";
  const all = stack?.ofType(type) ?? [];
  if (!stack || !own || all.length === 0) return;
  const names = all
    .filter((each) => stack.resolve(each, each.get("userPoolId"), pool).includes(own))
    .map((each) => each.get("providerName").text());
  const known = names.flatMap((name) => (name.state === "known" ? [name.value] : []));
  if (known.length < names.length) return;
  const { supportedIdentityProviders } = plainProperties(client);
  const odd = list(supportedIdentityProviders).find(
    (each) => typeof each === "string" && !isUnknown(each) && each !== "COGNITO" && !known.includes(each),
  );
  if (typeof odd !== "string") return;
  const takes = ["COGNITO", ...known].join(", ");
  refuse(found, {
    path: "supportedIdentityProviders",
    is: `has ${odd}`,
    takes,
    fix: `Name a provider of ${own.label}.`,
  });
};

/** Custom attributes that a client reads or writes are defined by its pool. */
export const clientAttributes: Join = (client, found, stack) => {
  const [own] = stack?.resolve(client, client.get("userPoolId"), pool) ?? [];
  if (!own) return;
  const { schemas } = plainProperties(own);
  if (isUnknown(schemas)) return;
  const names = list(schemas).map((each) => (isObject(each) ? each["name"] : undefined));
  if (names.some((name) => typeof name !== "string" || isUnknown(name))) return;
  const properties = plainProperties(client);
  for (const path of ["readAttributes", "writeAttributes"]) {
    const odd = list(properties[path]).find(
      (each) =>
        typeof each === "string" &&
        each.startsWith("custom:") &&
        !names.includes(each.slice("custom:".length)) &&
        !names.includes(each),
    );
    if (typeof odd !== "string") continue;
    refuse(found, {
      path,
      is: `has ${odd}`,
      takes: `attributes that ${own.label} defines`,
      fix: `Define ${odd} in schemas of ${own.label}.`,
    });
  }
};

/** The page of a pool is styled where the pool has a domain. */
export const poolDomain: Join = (style, found, stack) => {
  const [own] = stack?.resolve(style, style.get("userPoolId"), pool) ?? [];
  const domains = stack?.ofType("aws:cognito/userPoolDomain:UserPoolDomain") ?? [];
  if (!stack || !own) return;
  // A domain whose pool is not known may be this one's.
  const isServed = domains.some((each) => {
    const of = stack.refer(each, each.get("userPoolId"), pool);
    return of.state !== "resolved" || of.to.includes(own);
  });
  if (isServed) return;
  const is = `is ${own.label}, which has no UserPoolDomain`;
  refuse(found, { path: "userPoolId", is, takes: "a pool with a domain", fix: "Add a UserPoolDomain of the pool." });
};
