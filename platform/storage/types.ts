import type { Readable } from "node:stream"
import type { Instant } from "#core/time"

/** One object as the store lists it. */
export type StoredObject = Readonly<{ key: string; bytes: number; storedAt: Instant }>

/** From the first byte to the last one, both counted from nought and both part of it. */
export type ByteRange = Readonly<{ first: number; last: number }>

/**
 * Where bytes are kept under keys of our own, each written once and never changed: `<workspace>/<SHA-256>`. What they are, who
 * may see them and how long they stay is written in the database.
 */
export type Storage = Readonly<{
  /** Keeps the bytes of a file; may take the file itself. They are there for good when this returns. */
  put(key: string, path: string): Promise<void>
  has(key: string): Promise<boolean>
  /** Whole, or a part of it; undefined where there is no such object. */
  read(key: string, range?: ByteRange): Promise<Readable | undefined>
  /** Forgets an object; one that is gone already is no error. */
  remove(key: string): Promise<void>
  /** Every object whose key begins so, all of them without a prefix. A prefix is whole segments: "<workspace>/". */
  list(prefix?: string): AsyncIterable<StoredObject>
}>

/** What is known of bytes that are in the store. */
export type Kept = Readonly<{ hash: string; bytes: number }>
