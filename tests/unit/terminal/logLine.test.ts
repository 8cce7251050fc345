import assert from "node:assert/strict";
import { formatLine } from "../../../cli/commands/logs";
import { levels, readLogLine, reaches, withoutWarnings } from "../../../cli/functions/logLine";

describe("a line of a function's log, as people read it", () => {
  const print = (text: string): string | undefined => {
    const read = readLogLine(text);
    return read && formatLine("2026-11-29T12:30:01.250Z", "thumbnailer-1a2b3c4", read);
  };

  for (const [what, text, expected] of [
    [
      "of the logger has its level and message, and what the function added",
      '{"level":"INFO","message":"1 of 1 photos made","timestamp":"2026-11-29T12:30:01.250Z","service":"x","cold_start":true,' +
        '"function_arn":"a","function_memory_size":"512","function_name":"n","function_request_id":"r","sampling_rate":0,"made":2,"keys":["a b"]}',
      '12:30:01.250 INFO  thumbnailer-1a2b3c4 1 of 1 photos made  made=2 keys=["a b"]',
    ],
    [
      "with an error has its name and message, and not its stack",
      '{"level":"ERROR","message":"failed","error":{"name":"TypeError","message":"no","location":"x:1","stack":"at x"}}',
      "12:30:01.250 ERROR thumbnailer-1a2b3c4 failed  error=TypeError: no",
    ],
    [
      "in Lambda's form for Node.js has its level",
      "2026-11-29T12:30:01.250Z\t5f0c\tWARN\tslow\nand more",
      "12:30:01.250 WARN  thumbnailer-1a2b3c4 slow\nand more",
    ],
    ["that is plain text is as it is", "hello", "12:30:01.250       thumbnailer-1a2b3c4 hello"],
    ["that only looks like JSON is text", "{ not", "12:30:01.250       thumbnailer-1a2b3c4 { not"],
    ["with Windows' end is a line", "hello\r\n".trimEnd(), "12:30:01.250       thumbnailer-1a2b3c4 hello"],
    [
      "with controls has them escaped",
      '{"level":"info","message":"a\\u001b[2Jb","key":"c\\u0007"}',
      "12:30:01.250 INFO  thumbnailer-1a2b3c4 a\\u001b[2Jb  key=c\\u0007",
    ],
    ["of a call's beginning", "START RequestId: 5f0c Version: $LATEST", undefined],
    ["of a call's end", "END RequestId: 5f0c", undefined],
    ["of a call's duration", "REPORT RequestId: 5f0c\tDuration: 271 ms\tBilled Duration: 271 ms", undefined],
    ["of metrics, which CloudWatch reads", '{"_aws":{"Timestamp":1},"PhotosMade":1}', undefined],
    [
      "of Node, on the code of a dependency",
      "(node:12) [DEP0169] DeprecationWarning: `url.parse()` behavior is not standardized",
      undefined,
    ],
    ["of Node, on how to trace that", "(Use `node --trace-deprecation ...` to show where)", undefined],
  ] as const) {
    it(`${what}${expected === undefined ? ", is not shown" : ""}`, () => assert.equal(print(text), expected));
  }

  it("of Node, on the code of a dependency, is not in the log of an invocation either", () => {
    const warning =
      "(node:12) [DEP0169] DeprecationWarning: `url.parse()`\n(Use `node --trace-deprecation ...` to show where)";
    assert.equal(withoutWarnings(`START RequestId: 5f0c\n${warning}\nhello`), "START RequestId: 5f0c\nhello");
  });

  it("is of its level and of those below; one without a level is of all", () => {
    const line = readLogLine('{"level":"WARN","message":"m"}')!;
    assert.deepEqual(
      levels.filter((level) => reaches(line, level)),
      ["trace", "debug", "info", "warn"],
    );
    assert.ok(levels.every((level) => reaches(readLogLine("plain")!, level)));
    assert.equal(readLogLine('{"level":"WARNING","message":"m"}')?.level, "warn");
    assert.equal(readLogLine('{"level":"critical","message":"m"}')?.level, "fatal");
    assert.equal(readLogLine('{"level":7,"message":{"a":1}}')?.message, '{"a":1}');
  });
});
