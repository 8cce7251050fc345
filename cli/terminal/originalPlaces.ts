import { existsSync, readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import path from "node:path";
import { localFolder } from "../../local/project";

const compiledPlace = /(?:file:\/\/)?([^\s()]+[\\/]build[\\/]\w+\.js):(\d+):(\d+)/g;

/**
 * The text, a stack trace as a rule, with places in the sources instead of the compiled files. Node could do it, but maps
 * every stack that Pulumi takes then, at a seventh of a preview's time.
 */
export function withOriginalPlaces(text: string): string {
  return text.replace(compiledPlace, (place, file: string, line: string, column: string) => {
    const map = `${file}.map`;
    if (!file.startsWith(localFolder) || !existsSync(map)) return place;
    const sourceMap = new SourceMap(
      JSON.parse(readFileSync(map, "utf8")) as ConstructorParameters<typeof SourceMap>[0],
    );
    const origin = sourceMap.findOrigin(Number(line), Number(column));
    if (!("fileName" in origin)) return place;
    return `${path.resolve(path.dirname(file), origin.fileName)}:${origin.lineNumber}:${origin.columnNumber}`;
  });
}
