import type pg from "pg"
import type { Clock } from "#platform/clock"
import type { RecordSecurityEvent } from "#platform/securityEvents"
import type { IdentityMails, Place, Post } from "./letters.ts"
import type { Tallies } from "./tallies.ts"

/** What the parts of sign-in stand on. */
export type Ground = Readonly<{
  pool: pg.Pool
  clock: Clock
  secret: string
  tallies: Tallies
  post: Post
  /** Writes down what an administrator or an operator will ask about. */
  record: RecordSecurityEvent
  mails: IdentityMails
  placeOf(headers: Headers | undefined): Place
}>
