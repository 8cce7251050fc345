import { wellArchitected } from "../../frame/controls";
import { type Reading } from "../../frame/known";
import { type Limit } from "../../../limits";
import { allowed, checkLimit } from "../../frame/range";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule } from "../../frame/rule";

const seconds: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

/** The unit of a token's validity, in seconds. */
function readUnit(client: Resource, token: string, standard: string): Reading<number> {
  const unit = client.get("tokenValidityUnits", token).text();
  if (unit.state === "unknown" || unit.state === "malformed") return unit;
  const value = seconds[unit.state === "known" ? unit.value : standard];
  return value === undefined ? { state: "malformed" } : { state: "known", value };
}

/** What sets one rule on a kind of token apart from another. */
interface TokenRule {
  readonly id: string;
  /** Name of the token in `tokenValidityUnits`. */
  readonly token: "accessToken" | "idToken" | "refreshToken";
  /** The unit when none is given. */
  readonly unit: "hours" | "days";
  readonly limit: Limit;
  readonly fix: string;
}

/** A rule that tokens of a kind are valid for as long as Cognito allows. */
export function tokenRule({ id, token, unit, limit, fix }: TokenRule): ResourceRule {
  const property = `${token}Validity`;
  return {
    scope: "resource",
    id,
    title: `${limit.title}: ${allowed(limit)}`,
    severity: "high",
    level: "mandatory",
    ground: "refused",
    controls: [wellArchitected("REL01-BP03")],
    fix,
    page: limit.page,
    limit,
    type: types.userPoolClient,
    check(client) {
      const validity = client.get(property).number();
      if (validity.state !== "known") return checkLimit(client, property, validity, limit);
      if (validity.value === 0) return holds; // the default
      const each = readUnit(client, token, unit);
      if (each.state !== "known") return notEvaluated(client, `tokenValidityUnits.${token}`);
      const used = validity.value * each.value;
      // AWS counts in seconds; people read minutes where those are whole.
      return Number.isInteger(used / 60)
        ? checkLimit(client, property, { state: "known", value: used / 60 }, limit)
        : checkLimit(client, property, { state: "known", value: used }, inSeconds(limit));
    },
  };
}

/** A limit in minutes, in seconds. */
function inSeconds({ min, max, ...limit }: Limit): Limit {
  return {
    ...limit,
    unit: "s",
    ...(min !== undefined && { min: min * 60 }),
    ...(max !== undefined && { max: max * 60 }),
  };
}
