import { securityHub, wellArchitected } from "../../frame/controls";
import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { settingRule } from "../../frame/setting";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  settingRule({
    id: "acm-key",
    title: "A certificate has a strong key",
    severity: "high",
    level: "advisory",
    controls: [
      securityHub("ACM.2", "RSA certificates managed by ACM should use a key length of at least 2,048 bits"),
      wellArchitected("SEC09-BP01"),
    ],
    fix: "Set keyAlgorithm to RSA_2048 or EC_prime256v1.",
    page: "https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html",
    type: types.certificate,
    property: ["keyAlgorithm"],
    takes: ["RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1", "EC_secp521r1"],
    unset: "RSA_2048",
    because: "browsers do not trust it",
  }),
];
