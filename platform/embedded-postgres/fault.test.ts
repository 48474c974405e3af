import { expect, test } from "vitest"
import { explain } from "./fault.ts"
import { checkRoom } from "./initialise.ts"

test("a full disk is named before a database is made on it", () => {
  // /proc is a file system without a single free block.
  expect(() => checkRoom("/proc")).toThrow("The disk of /proc is full")
})

test("a disk that fills up later is named in PostgreSQL's failure", () => {
  const output = `LOG:  starting PostgreSQL 18.4
FATAL:  could not write to file "pg_wal/xlogtemp.7": No space left on device
LOG:  database system is shut down`
  expect(explain("Starting PostgreSQL", output).message).toBe(
    "Starting PostgreSQL failed. The disk is full: free some space and start Keelson again. " +
      '(FATAL:  could not write to file "pg_wal/xlogtemp.7": No space left on device)',
  )
})

test("what is not known is quoted", () => {
  expect(explain("Starting PostgreSQL", "FATAL:  odd").message).toBe(
    "Starting PostgreSQL failed. PostgreSQL says: (FATAL:  odd)",
  )
})
