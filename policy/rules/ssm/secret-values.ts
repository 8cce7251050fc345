import { wellArchitected } from "../../frame/controls";
import { findCredential } from "../../readings/credentials";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";

export const ssmSecretValues: ResourceRule = {
  scope: "resource",
  type: types.parameter,
  id: "ssm-secret-values",
  title: "No parameter that is not encrypted holds a credential",
  severity: "critical",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC02-BP03")],
  fix: "Set type to SecureString and give valueWo, or use Secrets Manager; replace the credential.",
  page: "https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html",
  async check(parameter): Promise<Verdict> {
    const type = parameter.get("type").text();
    if (type.state === "known" && type.value === "SecureString") return holds;
    const verdicts = ["value", "insecureValue"].map(async (name): Promise<Verdict> => {
      const value = parameter.get(name).text();
      if (value.state === "unknown" || (value.state === "known" && type.state === "unknown")) {
        return notEvaluated(parameter, name);
      }
      const found = value.state === "known" ? await findCredential(value.value) : undefined;
      return found ? violated(parameter, `${name} holds ${found.what}, for everybody who may read parameters`) : holds;
    });
    return (await Promise.all(verdicts)).flat();
  },
};
