import type { ServerMessage } from './messages';

/** The other side broke the protocol; the connection cannot go on. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

type Fields = Readonly<Record<string, unknown>>;

const isNumber = (value: unknown): boolean => Number.isSafeInteger(value);
const isString = (value: unknown): boolean => typeof value === 'string';
const isArray = (value: unknown): boolean => Array.isArray(value);
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isBoolean = (value: unknown): boolean => typeof value === 'boolean';
const optional = (check: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || value === null || check(value);

const JOINED = {
  head: isNumber,
  epoch: isNumber,
  role: isString,
  acknowledged: isNumber,
  self: isObject,
  participants: isArray,
};

const SHAPES: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  welcome: {
    ...JOINED,
    protocol: isNumber,
    contents: optional(isArray),
    revision: optional(isNumber),
  },
  resync: { ...JOINED, contents: isArray, revision: isNumber },
  changes: { changes: (value) => Array.isArray(value) && value.every(isChange) },
  rejected: { seq: isNumber, code: isString, retryable: isBoolean },
  presence: {
    joined: optional(isArray),
    left: optional(isArray),
    cursors: optional(isArray),
    status: optional(isArray),
  },
  role: { role: isString },
  drain: { retryAfterMs: isNumber },
  ping: {},
  pong: {},
  error: { code: isString },
};

/** Reads one text frame; throws {@link ProtocolError} where it is not a message of the protocol. */
export function parseMessage(frame: string): ServerMessage {
  const message = parseJson(frame);
  if (!isObject(message) || typeof message['type'] !== 'string') {
    throw new ProtocolError('a message must be an object with a type');
  }
  const shape = Object.hasOwn(SHAPES, message['type']) ? SHAPES[message['type']] : undefined;
  if (shape === undefined) throw new ProtocolError(`unknown message type ${message['type']}`);
  for (const [field, check] of Object.entries(shape)) {
    if (!check(message[field])) {
      throw new ProtocolError(`${message['type']} has no usable ${field}`);
    }
  }
  return withoutNulls(message) as unknown as ServerMessage;
}

export function isChange(value: unknown): boolean {
  return (
    isObject(value) &&
    isNumber(value['revision']) &&
    isString(value['clientId']) &&
    isNumber(value['seq']) &&
    optional(isArray)(value['delta'])
  );
}

function parseJson(frame: string): unknown {
  try {
    return JSON.parse(frame);
  } catch {
    throw new ProtocolError('a message must be JSON');
  }
}

/** A server may write an absent field as null: both mean the same here. */
function withoutNulls(message: Fields): Fields {
  return Object.fromEntries(Object.entries(message).filter(([, value]) => value !== null));
}
