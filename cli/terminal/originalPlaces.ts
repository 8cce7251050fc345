import { existsSync, readFileSync, statSync } from "node:fs";
import { SourceMap } from "node:module";
import path from "node:path";
import { localFolder } from "../../local/project";

const compiledPlace = /(?:file:\/\/)?([^\s()]+[\\/]build[\\/]\w+\.js):(\d+):(\d+)/g;

/**
 * Replaces places in compiled files with places in the sources, usually in a stack trace. Node could do it, but would
 * map every stack that Pulumi captures, for a seventh of a preview's time.
 */
export function withOriginalPlaces(text: string): string {
  return text.replace(compiledPlace, (place, file: string, line: string, column: string) => {
    const map = `${file}.map`;
    if (!file.startsWith(localFolder) || !existsSync(map)) return place;
    const origin = readMap(map).findOrigin(Number(line), Number(column));
    if (!("fileName" in origin)) return place;
    return `${path.resolve(path.dirname(file), origin.fileName)}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}

const maps = new Map<string, SourceMap>();

/** Each is read once, since that takes longer than a thousand searches in it. */
function readMap(file: string): SourceMap {
  const key = `${file} ${statSync(file).mtimeMs}`;
  const known = maps.get(key);
  if (known) return known;
  const map = new SourceMap(JSON.parse(readFileSync(file, "utf8")) as ConstructorParameters<typeof SourceMap>[0]);
  maps.set(key, map);
  return map;
}
