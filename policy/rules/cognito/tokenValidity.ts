import { wellArchitected } from "../../frame/controls";
import { type Reading } from "../../frame/known";
import { type Limit } from "../../../limits";
import { allowed, checkLimit } from "../../frame/range";
import { type Resource, types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule } from "../../frame/rule";

const minutes: Readonly<Record<string, number>> = { seconds: 1 / 60, minutes: 1, hours: 60, days: 1_440 };

/** The unit of a token's validity, in minutes. */
function readUnit(client: Resource, token: string, standard: string): Reading<number> {
  const unit = client.get("tokenValidityUnits", token).text();
  if (unit.state === "unknown" || unit.state === "malformed") return unit;
  const value = minutes[unit.state === "known" ? unit.value : standard];
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
      return checkLimit(client, property, { state: "known", value: validity.value * each.value }, limit);
    },
  };
}
