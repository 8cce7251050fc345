export { Plan } from "./plan";
export { Selection } from "./selection";
export { Vault } from "./vault";
