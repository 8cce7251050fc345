export { WebAcl } from "./webAcl";
export { WebAclAssociation } from "./webAclAssociation";
export { WebAclLoggingConfiguration } from "./webAclLoggingConfiguration";
