import path from "node:path";
import { installRoot, isOwnProject, projectRoot } from "../../local/project";
import { withOriginalPlaces } from "./originalPlaces";

/** Folders of the project that are no part of the user's program; nor is what is outside of the project. */
const ours = ["node_modules", "cli", "local", "components", "limits", "policy", "report"];

const frame = /^\s+at .*$/;
const place = /\(?((?:\/|[A-Za-z]:[\\/])[^():]+:\d+:\d+)\)?$/;

const fault =
  "This is a fault in headroom, not in your program. Please open an issue in the repository that you have headroom from,\n" +
  "with your versions (npm ls @pulumi/pulumi @pulumi/aws; node --version) and what follows:";

/**
 * An error with its stack. An error of the user's program keeps the lines of that program only; an error of ours says
 * so, with everything that a bug report needs.
 */
export function explained(text: string): string {
  const lines = withOriginalPlaces(text).split("\n");
  const rooms = lines.filter((line) => frame.test(line)).map(findRoom);
  const first = rooms.find((room) => room !== undefined && room !== "node_modules");
  if (first === undefined) return lines.join("\n");
  if (ours.includes(first)) return argumentProblem(lines) ?? [fault, ...lines].join("\n");
  return lines.filter((line) => !frame.test(line) || isTheirs(line)).join("\n");
}

/**
 * An error in a component's constructor that the user's program called: most likely arguments of a wrong type, from
 * JavaScript or through `any`.
 */
function argumentProblem(lines: string[]): string | undefined {
  const [, message] = /\bTypeError: (.*)$/.exec(lines[0] ?? "") ?? [];
  const frames = lines.filter((line) => findRoom(line) !== undefined && findRoom(line) !== "node_modules");
  const caller = frames.findIndex(isTheirs);
  const [, component] = /^\s+at new (\w+) /.exec(frames[caller - 1] ?? "") ?? [];
  if (message === undefined || component === undefined) return undefined;
  return [
    `${component}: an argument is missing, or is of another kind than ${component}Args says (${message}).`,
    frames[caller],
    `Fix: compare the arguments with the page of ${component} in docs/, or let TypeScript check them. Where they are right,`,
    "this is a fault in headroom: please open an issue in the repository that you have it from, with what follows:",
    ...lines.filter((line) => frame.test(line) && !isTheirs(line) && findRoom(line) !== undefined),
  ].join("\n");
}

/** Where the user's own program made what went wrong, such as index.ts:12:3, if the error knows. */
export function placeInProgram({ stack = "" }: Error): string | undefined {
  const line = withOriginalPlaces(stack)
    .split("\n")
    .filter((each) => frame.test(each))
    .find(isTheirs);
  const file = line && place.exec(line)?.[1];
  return file && path.relative(projectRoot, file);
}

function isTheirs(line: string): boolean {
  const room = findRoom(line);
  return room !== undefined && !ours.includes(room);
}

/** The folder of the project, or the file at its top, that a frame is in; none for one outside. */
function findRoom(line: string): string | undefined {
  const file = place.exec(line)?.[1];
  if (!file) return undefined;
  if (!isOwnProject) return roomBesideOwn(file);
  const inside = path.relative(projectRoot, file);
  return inside.startsWith("..") || path.isAbsolute(inside) ? undefined : inside.split(path.sep)[0];
}

/** A user's own project may have folders of any name: ours are those of Headroom's installation. */
function roomBesideOwn(file: string): string | undefined {
  const isIn = (folder: string): boolean => file.startsWith(folder + path.sep);
  if (file.includes(`${path.sep}node_modules${path.sep}@pulumi`)) return "node_modules";
  if (isIn(installRoot)) return "cli";
  if (!isIn(projectRoot)) return undefined;
  return file.includes(`${path.sep}node_modules${path.sep}`) ? "node_modules" : "program";
}
