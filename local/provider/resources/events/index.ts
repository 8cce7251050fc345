export { EventRule } from "./eventRule";
export { EventTarget } from "./eventTarget";
