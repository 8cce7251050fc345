import { types } from "../../resource";
import { userDataRule } from "./userData";

export const ec2LaunchTemplateUserData = userDataRule("ec2-launch-template-user-data", types.launchTemplate, [
  "userData",
]);
