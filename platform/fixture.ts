import type { Id } from "#core/ids"
import type { Instant } from "#core/time"
import type { Queries } from "./database.ts"

/**
 * Who may read a text: the host's people; the people of one company and nobody else; both sides of the partnership; the host
 * and the company it is about; one person of either side alone.
 */
export type Readers = "host" | "company" | "partnership" | "organization" | "host person" | "company person"

/** Where a module plants one row of each thing it owns: one partnership, its leading company, and a person on either side. */
export type Ground = Readonly<{
  /** Past row-level security and foreign keys: what is kept apart is on trial here, and modules plant in any order. */
  db: Queries
  workspaceId: Id
  partnershipId: Id
  /** When everything was made: the moment of planting, by the clock. */
  at: Instant
  /** The leading company, another one that is a party beside it, and one that has left. */
  companies: Readonly<{ leading: Id; second: Id; left: Id }>
  /** Users of the host, as whose member the partnership is looked after, and of the leading company. */
  people: Readonly<{ host: string; member: Id; company: string }>
  /**
   * The id of the row that a path parameter stands for, the same for whoever asks; of a thing that can be private also that of
   * the row which only these readers see.
   */
  id(parameter: string, readers?: Readers): string
  /** A value of a path parameter that opened something once, and why it does no longer. */
  spent(parameter: string, why: string): string
  /** One word, small letters and digits, that nobody but these readers may ever be sent. */
  secret(readers: Readers, of: string): string
  /** Keeps a file as an upload would; answers its path. */
  keepFile(name: string, content: string): string
  /** Keeps bytes in the store, as what is uploaded to stay. */
  keepBytes(content: string): Readonly<{ hash: string; bytes: number }>
}>

/**
 * Plants one row of each thing a module owns, a private one for each party or person that can have one, for the tests that
 * go through every endpoint.
 */
export type Fixture = (ground: Ground) => Promise<void>
