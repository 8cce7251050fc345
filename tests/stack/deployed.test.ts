import assert from "node:assert/strict";
import { type EngineEvent } from "@pulumi/pulumi/automation";
import { missingForChecksum } from "../../components/patterns/checksums";
import { ChecksumLanguage } from "../../components";
import { DeployedStack, fixtureStacks } from "./deployedStack";
import { readState } from "./fixtures/state";
import { startOwnEmulator } from "./providerStack";

/** An update of what is deployed that is meant. */
interface Meant {
  /** Of the resource's type and name, for example `aws:lambda/function:Function thumbnailer`. */
  resource: RegExp;
  /** The properties that may change. */
  properties: string[];
  reason: string;
}

/**
 * Updates that a new version of the program may bring to a stack that is deployed. Creating, deleting and replacing have
 * no such list: a resource that gets another name needs an alias.
 */
const meant: Meant[] = [
  {
    resource: /^aws:lambda\/function:Function checksum-(java|go|ruby|dotnet|custom)$/,
    properties: ["code", "sourceCodeHash", "timeout"],
    reason:
      "each toolchain builds to its own version's bytes; a function that names no timeout ends with its API, at 29 s",
  },
  {
    resource: /^aws:lambda\/function:Function (checksum-(node|python)|tickets|transfers-announced)$/,
    properties: ["code", "description", "timeout"],
    reason: "a function that names no timeout ends with its API, at 29 s; plainer words",
  },
  {
    resource: /^aws:cloudwatch\/metricAlarm:MetricAlarm (checksum-.*|tickets|transfers-announced)-duration$/,
    properties: ["threshold"],
    reason: "it is a share of the timeout",
  },
  {
    resource: /^aws:cloudwatch\/metricAlarm:MetricAlarm /,
    properties: ["alarmDescription"],
    reason: "plainer words",
  },
  {
    resource: /^aws:(lambda|cloudfront)\/function:Function (?!checksum-)/,
    properties: ["code"],
    reason:
      "identifiers and files of the handlers were renamed, and libraries took the place of their CSV and HTML code",
  },
  {
    resource: /^aws:lambda\/function:Function usage-report$/,
    properties: ["code", "environment"],
    reason: "buckets and functions are listed in the order of the areas' names, the same under every compiler",
  },
  {
    resource: /^aws:lambda\/function:Function payments$/,
    properties: ["code", "environment"],
    reason: "it knows the dead letter queues of the queues that it reads",
  },
  {
    resource: /^aws:iam\/rolePolicy:RolePolicy payments-links$/,
    properties: ["policy"],
    reason: "what can never be booked goes to those dead letter queues at once",
  },
  {
    resource: /^aws:sfn\/stateMachine:StateMachine order$/,
    properties: ["definition"],
    reason: "an order belongs to its execution, and one whose id is taken is refused",
  },
  {
    resource: /^aws:lambda\/alias:Alias tickets-alias$/,
    properties: ["functionVersion"],
    reason: "new code is a new version",
  },
  {
    resource: /^aws:cloudfront\/distribution:Distribution site$/,
    properties: ["orderedCacheBehaviors"],
    reason: "it names the new version of its function at the edge",
  },
];

interface Planned {
  op: string;
  resource: string;
  properties: string[];
}

function plannedIn(events: EngineEvent[]): Planned[] {
  const steps = events.flatMap(({ resourcePreEvent }) => resourcePreEvent?.metadata ?? []);
  return steps
    .filter(({ op }) => op !== "same")
    .map(({ op, urn, type, diffs, detailedDiff }) => {
      const places = diffs?.length ? diffs : Object.keys(detailedDiff ?? {});
      return { op, resource: `${type} ${urn.split("::").at(-1)}`, properties: places.map(firstKey) };
    });
}

/** `environment` of `environment.variables.TABLE`. */
const firstKey = (place: string): string => place.split(/[.[]/)[0]!;

/** A language that this machine lacks is left out of the stack `local`, which is no fault of the program. */
const missing = Object.values(ChecksumLanguage).filter((language) => missingForChecksum(language) !== undefined);
const ofMissing = ({ resource }: Planned): boolean =>
  missing.some((language) => new RegExp(` checksum-${language}\\b`).test(resource));

describe("a stack that is deployed", function () {
  this.timeout(180_000);
  let emulator: Awaited<ReturnType<typeof startOwnEmulator>>;
  before(async () => (emulator = await startOwnEmulator()));
  after(() => emulator.stop());

  for (const name of fixtureStacks) {
    it(`keeps every resource of ${name}: none is created, deleted or replaced, and each update is meant`, async () => {
      const stack = await DeployedStack.open(name, emulator.endpoint);
      try {
        await stack.import(readState(name));
        const planned = plannedIn(await stack.preview()).filter((step) => !ofMissing(step));
        const unmeant = planned.filter(
          ({ op, resource, properties }) =>
            op !== "update" ||
            !meant.some((each) => each.resource.test(resource) && properties.every((p) => each.properties.includes(p))),
        );
        assert.deepEqual(unmeant, []);
      } finally {
        await stack.close();
      }
    });
  }
});
