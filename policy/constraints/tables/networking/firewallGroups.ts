import { type TypeRows } from "../../schema";
import { at, bars, oneOf, says } from "../given";
import { api } from "../pages";

const firewall = (what: string) => ({ source: api("networkfirewall", what) });
const standard = ["aws:pass", "aws:drop", "aws:forward_to_sfe"];
const sources = "ruleGroup.rulesSource";
const stateless = `${sources}.statelessRulesAndCustomActions.statelessRules`;
const match = `${stateless}[].ruleDefinition.matchAttributes`;

/** Groups of rules of Network Firewall. */
export const firewallGroups: readonly TypeRows[] = [
  {
    type: "aws:networkfirewall/ruleGroup:RuleGroup",
    source: api("networkfirewall", "CreateRuleGroup"),
    rows: [
      oneOf(
        "a group has rules as text, or a ruleGroup",
        { rules: "pass tcp any any -> any any (sid:1;)" },
        { ruleGroup: { rulesSource: { rulesString: "pass tcp any any -> any any (sid:1;)" } } },
      ),
      at(
        sources,
        "rules are of one kind",
        {
          requiredXor: ["rulesSourceList", "rulesString", "statefulRules[]", "statelessRulesAndCustomActions"],
          ...firewall("RulesSource"),
        },
        { rulesString: "pass tcp any any -> any any (sid:1;)" },
        {
          rulesString: "pass tcp any any -> any any (sid:1;)",
          rulesSourceList: { generatedRulesType: "ALLOWLIST", targetTypes: ["TLS_SNI"], targets: ["example.com"] },
        },
      ),
      bars(
        "a stateless group has no list of domains",
        { type: "STATELESS" },
        { [`${sources}.rulesSourceList`]: { generatedRulesType: "ALLOWLIST" } },
      ),
      bars(
        "a stateless group has no text of Suricata",
        { type: "STATELESS" },
        { rules: "pass tcp any any -> any any (sid:1;)" },
      ),
      bars(
        "a stateless group has no stateful rules",
        { type: "STATELESS" },
        { [`${sources}.statefulRules`]: [{ action: "PASS" }] },
      ),
      bars(
        "a stateful group has no stateless rules",
        { type: "STATEFUL" },
        { [`${sources}.statelessRulesAndCustomActions`]: { statelessRules: [] } },
      ),
      bars(
        "a stateless group has no options of stateful rules",
        { type: "STATELESS" },
        { "ruleGroup.statefulRuleOptions.ruleOrder": "STRICT_ORDER" },
      ),
      at(
        `${sources}.statefulRules[].ruleOptions`,
        "a rule has a sid",
        {
          contains: { properties: { keyword: { pattern: "^sid(:|$)" } }, required: ["keyword"] },
          ...firewall("RuleOption"),
        },
        [{ keyword: "sid", settings: ["1"] }],
        [{ keyword: "msg", settings: ['"a"'] }],
      ),
      at(
        `${sources}.statefulRules[]`,
        "REJECT is of TCP",
        {
          when: { action: "REJECT" },
          properties: {
            "header.protocol": { not: { enum: ["UDP", "ICMP"] } },
          },
          ...firewall("StatefulRule"),
        },
        { action: "REJECT", header: { protocol: "TCP" } },
        { action: "REJECT", header: { protocol: "UDP" } },
      ),
      at(
        `${sources}.rulesSourceList.targetTypes[]`,
        "domains are of TLS or of HTTP",
        { enum: ["TLS_SNI", "HTTP_HOST"], ...firewall("RulesSourceList") },
        "TLS_SNI",
        "DNS",
      ),
      at(
        stateless,
        "stateless rules have different priorities",
        { uniqueKeys: ["priority"], ...firewall("StatelessRule") },
        [{ priority: 1 }],
        [{ priority: 1 }, { priority: 1, ruleDefinition: {} }],
      ),
      at(
        `${stateless}[].ruleDefinition.actions`,
        "a stateless rule passes, drops or forwards: one of the three",
        { contains: { enum: standard }, minContains: 1, maxContains: 1, ...firewall("RuleDefinition") },
        ["aws:drop"],
        ["log"],
      ),
      at(
        `${match}.sourcePorts[]`,
        "the first port is not above the last",
        { ordered: [["fromPort", "<=", "toPort"]], ...firewall("PortRange") },
        { fromPort: 1, toPort: 2 },
        { fromPort: 2, toPort: 1 },
      ),
      at(
        `${match}.destinationPorts[]`,
        "the first port is not above the last",
        { ordered: [["fromPort", "<=", "toPort"]], ...firewall("PortRange") },
        { fromPort: 1, toPort: 2 },
        { fromPort: 2, toPort: 1 },
      ),
      says(
        "ports are of TCP and UDP",
        {
          if: { required: [`${match}.destinationPorts[]`] },
          then: { properties: { [`${match}.protocols[]`]: { enum: [6, 17] } } },
          ...firewall("MatchAttributes"),
        },
        { [`${match}.destinationPorts`]: [{ fromPort: 1 }], [`${match}.protocols`]: [6] },
        { [`${match}.destinationPorts`]: [{ fromPort: 1 }], [`${match}.protocols`]: [1] },
      ),
      says(
        "flags are of TCP",
        {
          if: { required: [`${match}.tcpFlags[]`] },
          then: { properties: { [`${match}.protocols[]`]: { enum: [6] } } },
          ...firewall("MatchAttributes"),
        },
        { [`${match}.tcpFlags`]: [{ flags: ["SYN"] }], [`${match}.protocols`]: [6] },
        { [`${match}.tcpFlags`]: [{ flags: ["SYN"] }], [`${match}.protocols`]: [17] },
      ),
      says(
        "rules of the strict order have no priority of Suricata",
        {
          when: { "ruleGroup.statefulRuleOptions.ruleOrder": "STRICT_ORDER" },
          properties: { [`${sources}.rulesString`]: { not: { pattern: "[;(]\\s*priority\\s*:" } } },
          ...firewall("RulesSource"),
        },
        {
          "ruleGroup.statefulRuleOptions.ruleOrder": "STRICT_ORDER",
          [`${sources}.rulesString`]: "pass tcp any any -> any any (sid:1;)",
        },
        {
          "ruleGroup.statefulRuleOptions.ruleOrder": "STRICT_ORDER",
          [`${sources}.rulesString`]: "pass tcp any any -> any any (sid:1; priority:1;)",
        },
      ),
    ],
  },
];
