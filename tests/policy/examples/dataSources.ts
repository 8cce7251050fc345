import { all, type Input, type Output } from "@pulumi/pulumi";

/** The data sources that the provider answers by itself, with no call to AWS: what they give is known in a preview. */
export const dataSources: Readonly<Record<string, (args: never) => unknown>> = {
  getPolicyDocument,
};

type Values = Input<Input<string>[] | undefined>;

interface Principal {
  readonly type: Input<string>;
  readonly identifiers: Values;
}

interface Statement {
  readonly sid?: Input<string>;
  readonly effect?: Input<string>;
  readonly actions?: Values;
  readonly notActions?: Values;
  readonly resources?: Values;
  readonly notResources?: Values;
  readonly principals?: Input<Principal[]>;
  readonly notPrincipals?: Input<Principal[]>;
  readonly conditions?: Input<{ test: string; variable: string; values: string[] }[]>;
}

/** A policy document, as `aws.iam.getPolicyDocument` writes it. */
function getPolicyDocument(args: { readonly statements?: Input<Input<Statement>[]>; readonly version?: string }): {
  json: Output<string>;
  minifiedJson: Output<string>;
} {
  const json = all([args.statements]).apply(([statements = []]) =>
    JSON.stringify({
      Version: args.version ?? "2012-10-17",
      Statement: (statements as unknown as Statement[]).map((statement) => ({
        Sid: statement.sid,
        Effect: statement.effect ?? "Allow",
        Action: statement.actions,
        NotAction: statement.notActions,
        Resource: statement.resources,
        NotResource: statement.notResources,
        Principal: principals(statement.principals as readonly Principal[] | undefined),
        NotPrincipal: principals(statement.notPrincipals as readonly Principal[] | undefined),
        Condition: conditions(statement.conditions as never),
      })),
    }),
  );
  return { json, minifiedJson: json };
}

function principals(given: readonly Principal[] | undefined): unknown {
  if (!given) return undefined;
  if (given.some(({ type }) => type === "*")) return "*";
  return Object.fromEntries(given.map(({ type, identifiers }) => [type, identifiers]));
}

function conditions(given: readonly { test: string; variable: string; values: string[] }[] | undefined): unknown {
  const byTest: Record<string, Record<string, readonly string[]>> = {};
  for (const { test, variable, values } of given ?? []) (byTest[test] ??= {})[variable] = values;
  return given && byTest;
}
