import { type Refusal, refuse } from "./refusal.ts"

const megabyte = 1024 ** 2
const gigabyte = 1024 ** 3

/** A limit as people say it: 5 GB, 20 MB. */
export const limitInWords = (bytes: number): string =>
  bytes >= gigabyte && bytes % gigabyte === 0 ? `${bytes / gigabyte} GB` : `${Math.floor(bytes / megabyte)} MB`

/** Whether so many bytes find room beside those that are there, or on their way; the limit is named where they do not. */
export const decideBytes = <const Code extends string>(
  code: Code,
  takenBytes: number,
  bytes: number,
  mostBytes: number,
): true | Refusal<Code> =>
  takenBytes + bytes <= mostBytes ||
  refuse(code, { mostBytes, freeBytes: Math.max(0, mostBytes - takenBytes), names: limitInWords(mostBytes) })
