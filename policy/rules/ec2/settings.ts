import { types } from "../../frame/resource";
import { type Rule } from "../../frame/rule";
import { userDataRule } from "./shared";

/** Settings, each with the values that are taken, one row each. */
export const settingRows: readonly Rule[] = [
  userDataRule("ec2-launch-template-user-data", types.launchTemplate, ["userData"]),
  userDataRule("ec2-user-data", types.instance, ["userData", "userDataBase64"]),
];
