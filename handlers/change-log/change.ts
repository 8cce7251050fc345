/** One line of the log for one change of an item: what a record of a DynamoDB stream says, in plain JSON. */

/** A value as DynamoDB writes it: one key that names its type. */
export type AttributeValue = Record<string, unknown>;
type Item = Record<string, AttributeValue>;

/** What the log needs of a stream record. */
export interface StreamRecord {
  eventID?: string;
  eventName?: string;
  eventSourceARN?: string;
  userIdentity?: { principalId?: string };
  dynamodb?: {
    ApproximateCreationDateTime?: number;
    Keys?: Item;
    OldImage?: Item;
    NewImage?: Item;
    SequenceNumber?: string;
  };
}

export interface Change {
  id: string;
  table: string;
  /** INSERT, MODIFY or REMOVE. */
  event: string;
  /** Time of the change, to the second. */
  at: string;
  sequenceNumber: string;
  keys: Record<string, unknown>;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** The item was deleted by its time to live. */
  expired: boolean;
}

/** @throws Error for a record that is not from a table's stream */
export function parseChange(record: StreamRecord): Change {
  const { eventID, eventName, dynamodb, userIdentity } = record;
  const table = record.eventSourceARN?.split("/")[1];
  if (!eventID || !eventName || !dynamodb?.Keys || !dynamodb.SequenceNumber || !table) {
    throw new Error(`not a record of a table's stream: ${JSON.stringify(record).slice(0, 500)}`);
  }
  const { Keys, OldImage, NewImage, ApproximateCreationDateTime, SequenceNumber } = dynamodb;
  const time = new Date((ApproximateCreationDateTime ?? 0) * 1_000);
  if (Number.isNaN(time.getTime())) {
    throw new Error(`a record of a time that is none: ApproximateCreationDateTime is ${ApproximateCreationDateTime}`);
  }
  return {
    id: eventID,
    table,
    event: eventName,
    at: time.toISOString(),
    sequenceNumber: SequenceNumber,
    keys: plainItem(Keys),
    ...(OldImage && { before: plainItem(OldImage) }),
    ...(NewImage && { after: plainItem(NewImage) }),
    expired: userIdentity?.principalId === "dynamodb.amazonaws.com",
  };
}

/** `<prefix><table>/<yyyy>/<mm>/<dd>/<sequence number>-<id>.json`: the same change always has the same key. */
export function objectKey(change: Change, prefix: string): string {
  const day = change.at.slice(0, 10).replaceAll("-", "/");
  return `${prefix}${change.table}/${day}/${change.sequenceNumber}-${change.id}.json`;
}

const plainItem = (item: Item): Record<string, unknown> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, plain(value)]));

/** A number that JavaScript cannot hold exactly stays a text; binary values are Base64, as in the stream. */
export function plain(value: AttributeValue): unknown {
  const [[type, inner] = ["NULL", true]] = Object.entries(value);
  switch (type) {
    case "N":
      return exact(String(inner));
    case "NS":
      return (inner as string[]).map(exact);
    case "NULL":
      return null;
    case "L":
      return (inner as AttributeValue[]).map(plain);
    case "M":
      return plainItem(inner as Item);
    default:
      return inner;
  }
}

function exact(text: string): number | string {
  const number = Number(text);
  return digits(String(number)) === digits(text) ? number : text;
}

/** The significant digits and their place, however the number is written: 1.50 and 1.5e0 are the same. */
function digits(text: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const all = `${whole}${fraction}`;
  const leading = all.length - all.replace(/^0+/, "").length;
  const significant = all.slice(leading).replace(/0+$/, "");
  if (significant === "") return "0";
  return `${sign === "-" ? "-" : ""}${significant}e${Number(exponent) + whole.length - leading}`;
}
