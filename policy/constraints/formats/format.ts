import { createRequire } from "node:module";
import { readDocumentText } from "../../frame/documentText";

/** Loads a library on first use: some take longer to load than the whole pack. */
export const nodeRequire = createRequire(__filename);

/** A value for people. */
export const written = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** One thing in a value that its grammar does not have. */
export interface FormatFault {
  /** Where in the value, if that is not plain. */
  readonly at?: string;
  /** What is there, after the place; left out, the value is shown. */
  readonly is?: string;
  readonly takes: string;
  readonly fix?: string;
}

/** Returns the faults of a known value; none for a value that the grammar is not about. */
export type Format = (value: unknown) => readonly FormatFault[];

const deepest = 60;

/** Deeper than any document that AWS accepts: protects recursive checks. */
export const isDeep = (value: unknown, depth = 0): boolean =>
  depth > deepest ||
  (typeof value === "object" && value !== null && Object.values(value).some((each) => isDeep(each, depth + 1)));

/**
 * A format of JSON documents, given as text or, in a state, as they are. One that is nested deeper than AWS takes is not looked at.
 */
export function jsonFormat(check: (document: unknown) => readonly FormatFault[]): Format {
  return formatOf("JSON", JSON.parse, check);
}

/** As {@link jsonFormat}; the text may be YAML too. */
export function documentFormat(check: (document: unknown) => readonly FormatFault[]): Format {
  return formatOf("JSON or YAML", readDocumentText, check);
}

function formatOf(
  language: string,
  read: (text: string) => unknown,
  check: (document: unknown) => readonly FormatFault[],
): Format {
  const checkShallow = (document: unknown) => (isDeep(document) ? [] : check(document));
  return (value) => {
    if (typeof value !== "string") return checkShallow(value);
    let document: unknown;
    try {
      document = read(value);
    } catch (error) {
      return [
        { is: `is not ${language}: ${(error as Error).message.replace(/\s+/g, " ")}`, takes: `a ${language} document` },
      ];
    }
    return checkShallow(document);
  };
}

/** A format of texts. */
export function textFormat(check: (text: string) => FormatFault | readonly FormatFault[] | undefined): Format {
  return (value) => {
    const fault = typeof value === "string" ? check(value) : undefined;
    if (fault === undefined) return [];
    return Array.isArray(fault) ? (fault as readonly FormatFault[]) : [fault as FormatFault];
  };
}
