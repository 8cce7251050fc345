import type { Invocation as InvocationResource, InvocationArgs } from "@pulumi/aws/lambda/invocation";
import { createHash } from "node:crypto";
import { optional } from "../../frame/properties";
import { resourceType } from "../../frame/resourceType";

/**
 * A call that runs when its arguments change; the state keeps its response.
 * https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export const Invocation = resourceType<InvocationArgs, InvocationResource>({
  token: "aws:lambda/invocation:Invocation",
  properties: {
    ...optional("tenantId", "triggers"),
    functionName: { required: true },
    input: { required: true, document: "json" },
    lifecycleScope: { default: "CREATE_ONLY", notEmulated: "the emulator's provider invokes at a creation only" },
    qualifier: { default: "$LATEST" },
    terraformKey: { default: "tf" },
  },
  outputs: { result: "stable" },

  async create({ functionName, qualifier = "$LATEST", input }, { lambda }) {
    const answer = await lambda.invoke({
      FunctionName: functionName,
      Qualifier: qualifier,
      Payload: Buffer.from(input),
    });
    const result = Buffer.from(answer.Payload ?? []).toString();
    if (answer.FunctionError) throw new Error(`the function ${functionName} failed: ${findMessage(result)}`);
    const hash = createHash("sha256").update(input).digest("hex").slice(0, 32);
    results.set(`${functionName}_${qualifier}_${hash}`, result);
    return `${functionName}_${qualifier}_${hash}`;
  },

  /** Nothing to read: the response is in the state. */
  read: (id, _aws, known) => Promise.resolve({ ...known, result: results.get(id) ?? known.result }),

  delete: () => Promise.resolve(),
});

/** Responses of this run, until the frame reads the new resource. */
const results = new Map<string, string>();

function findMessage(result: string): string {
  try {
    return (JSON.parse(result) as { errorMessage?: string }).errorMessage ?? result;
  } catch {
    return result;
  }
}
