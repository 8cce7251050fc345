export { Policy } from "./policy";
export { Role } from "./role";
export { RolePolicy } from "./rolePolicy";
export { RolePolicyAttachment } from "./rolePolicyAttachment";
