import { wellArchitected } from "../../frame/controls";
import { type Reading } from "../../frame/known";
import { type Resource, types } from "../../frame/resource";
import { settingRule } from "../../frame/setting";

/** ACM validates what it issues itself: not certificates that are imported or come from a private authority. */
function isIssued(certificate: Resource): Reading<boolean> {
  const others = ["certificateBody", "privateKey", "certificateAuthorityArn"];
  const absent = others.every((property) => certificate.get(property).any().state === "absent");
  return { state: "known", value: absent };
}

export const acmValidation = settingRule({
  id: "acm-validation",
  title: "A certificate is renewed automatically",
  severity: "medium",
  level: "advisory",
  controls: [wellArchitected("SEC09-BP01")],
  fix: "Set validationMethod to DNS and make the records of domainValidationOptions in Route 53.",
  page: "https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html",
  type: types.certificate,
  property: ["validationMethod"],
  takes: ["DNS", "HTTP"],
  because: "somebody must answer an e-mail each year, or the certificate expires",
  only: isIssued,
});
