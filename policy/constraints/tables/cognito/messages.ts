import { type Row } from "../../schema";
import { api } from "../pages";

/** What a user pool writes to its users. */
export const messageRows: readonly Row[] = [
  {
    at: "verificationMessageTemplate.defaultEmailOption",
    enum: ["CONFIRM_WITH_LINK", "CONFIRM_WITH_CODE"],
    good: "CONFIRM_WITH_CODE",
    bad: "LINK",
  },
  {
    at: "verificationMessageTemplate.emailMessage",
    fact: "a message with a code has {####}",
    pattern: "\\{####\\}",
    source: api("cognito", "VerificationMessageTemplateType"),
    good: "Your code is {####}",
    bad: "Welcome",
  },
  {
    at: "verificationMessageTemplate.emailMessageByLink",
    fact: "a message with a link has {##text##}",
    pattern: "\\{##[^#]*##\\}",
    source: api("cognito", "VerificationMessageTemplateType"),
    good: "Click {##here##}",
    bad: "Click here",
  },
  {
    at: "verificationMessageTemplate.smsMessage",
    fact: "a message has {####}",
    pattern: "\\{####\\}",
    source: api("cognito", "VerificationMessageTemplateType"),
    good: "{####}",
    bad: "code",
  },
  {
    at: "smsVerificationMessage",
    fact: "a message has {####}",
    pattern: "\\{####\\}",
    good: "{####}",
    bad: "code",
  },
  {
    at: "emailVerificationMessage",
    fact: "a message has {####}",
    pattern: "\\{####\\}",
    good: "{####}",
    bad: "code",
  },
  {
    at: "smsAuthenticationMessage",
    fact: "a message has {####}",
    pattern: "\\{####\\}",
    good: "{####}",
    bad: "code",
  },
  {
    at: "adminCreateUserConfig.inviteMessageTemplate.emailMessage",
    fact: "an invitation has {username} and {####}",
    allOf: [{ pattern: "\\{username\\}" }, { pattern: "\\{####\\}" }],
    source: api("cognito", "MessageTemplateType"),
    good: "{username} {####}",
    bad: "{username}",
  },
  {
    at: "adminCreateUserConfig.inviteMessageTemplate.smsMessage",
    fact: "an invitation has {username} and {####}",
    allOf: [{ pattern: "\\{username\\}" }, { pattern: "\\{####\\}" }],
    source: api("cognito", "MessageTemplateType"),
    good: "{username} {####}",
    bad: "{####}",
  },
];
