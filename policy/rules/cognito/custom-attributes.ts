import { limits } from "../../../limits";
import { type Measure, rangeRule } from "../../frame/range";
import { types } from "../../frame/resource";

/** The names of attributes that every user of Cognito has. */
export const standardAttribute =
  /^(address|birthdate|email|email_verified|family_name|gender|given_name|locale|middle_name|name|nickname|phone_number|phone_number_verified|picture|preferred_username|profile|sub|updated_at|website|zoneinfo)$/;

/** A schema may set standard attributes too, which do not count. */
const custom: Measure = {
  what: "number of custom attributes in ",
  of(property) {
    const list = property.list();
    if (list.state !== "known") return list;
    const names = list.value.map((attribute) => attribute.at("name").text());
    const count = names.filter((name) => !(name.state === "known" && standardAttribute.test(name.value))).length;
    return { state: "known", value: count };
  },
};

export const cognitoCustomAttributes = rangeRule({
  id: "cognito-custom-attributes",
  type: types.userPool,
  property: ["schemas"],
  measure: custom,
  limit: limits.cognito.customAttributes,
  fix: "Keep what the application knows of a user in a table of its own.",
  headroom: true,
});
