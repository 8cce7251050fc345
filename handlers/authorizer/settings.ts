/** The environment of the authorizer. */
import { z } from "zod";

import { routePattern, shapeOfRoute } from "../../limits/routes";
import { json } from "../environment";

const names = z.array(z.string().min(1)).default([]);

export const settingsSchema = z
  .object({
    USER_POOL_ID: z.string().regex(/^[\w-]+_[0-9A-Za-z]+$/, "the id of a Cognito user pool is needed"),
    /** JSON list of the app clients whose tokens count. */
    CLIENT_IDS: json(z.array(z.string().min(1)).min(1)),
    TOKEN_USE: z.enum(["access", "id"]).default("access"),
    /** JSON list of routes, each with what a token needs for it. A route that is not listed is denied. */
    RULES: json(
      z
        .array(
          z.strictObject({
            route: z.string().regex(routePattern, "METHOD /path/{parameter}, with ANY for every method, is needed"),
            /** One of them is needed; empty: none. */
            scopes: names,
            /** One of them is needed; empty: none. */
            groups: names,
          }),
        )
        .min(1)
        .refine(
          (rules) => new Set(rules.map(({ route }) => shapeOfRoute(route))).size === rules.length,
          "a route is listed twice",
        ),
    ),
  })
  .refine(({ TOKEN_USE, RULES }) => TOKEN_USE === "access" || RULES.every(({ scopes }) => scopes.length === 0), {
    path: ["RULES"],
    message: "an ID token has no scopes: take access tokens, or ask for groups",
  });

export type Settings = z.output<typeof settingsSchema>;
export type Rule = Settings["RULES"][number];
