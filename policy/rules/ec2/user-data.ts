import { types } from "../../resource";
import { userDataRule } from "./userData";

export const ec2UserData = userDataRule("ec2-user-data", types.instance, ["userData", "userDataBase64"]);
