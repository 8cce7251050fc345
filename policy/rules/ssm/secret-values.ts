import { wellArchitected } from "../../frame/controls";
import { credentialIn } from "../../readings/credentials";
import { types } from "../../frame/resource";
import { holds, notEvaluated, type ResourceRule, type Verdict, violated } from "../../frame/rule";

export const ssmSecretValues: ResourceRule = {
  scope: "resource",
  id: "ssm-secret-values",
  title: "No parameter that is not encrypted holds a credential",
  severity: "critical",
  level: "mandatory",
  ground: "open",
  controls: [wellArchitected("SEC02-BP03")],
  fix: "Set type to SecureString and give valueWo, or use Secrets Manager; replace the credential.",
  page: "https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html",
  type: types.parameter,
  check(parameter): Verdict {
    const type = parameter.get("type").text();
    if (type.state === "known" && type.value === "SecureString") return holds;
    return ["value", "insecureValue"].flatMap((name): Verdict => {
      const value = parameter.get(name).text();
      if (value.state === "unknown" || (value.state === "known" && type.state === "unknown")) {
        return notEvaluated(parameter, name);
      }
      const kind = value.state === "known" ? credentialIn(value.value) : undefined;
      return kind ? violated(parameter, `${name} holds ${kind}, for everybody who may read parameters`) : holds;
    });
  },
};
