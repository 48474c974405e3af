import type { WorkspaceActor } from "#core/actor"

/**
 * What a column has to do with people, as its table's comments in the database say it too:
 *
 *   account, member, partner user, contact   points to a person by an id, which stays
 *   somebody                                 the same, of any kind
 *   own rows                                 the account whose own the row is: it goes with them
 *   name of X, detail of X                   holds a person's name, or something else about them, whom column X means
 *   address, name                            is an address or a name as a whole, whoever's it is
 *   words                                    people write here, or it is copied from what they wrote: a name may stand in it
 *   nobody                                   holds nothing of any person
 */
export type Says =
  | "account"
  | "member"
  | "partner user"
  | "contact"
  | "somebody"
  | "own rows"
  | `name of ${string}`
  | `detail of ${string}`
  | "address"
  | "name"
  | "words"
  | "nobody"

/** What one module's tables hold of people: table -> column -> what it says. */
export type Personal = Readonly<{
  module: string
  tables: Readonly<Record<string, Readonly<Record<string, Says>>>>
  /** Of a row of one of its tables, what whoever asks for their own data may read; all of it where this says nothing. */
  readable?: (actor: WorkspaceActor, table: string, row: PersonalRow) => PersonalRow
}>

/** A row as the database names its columns. */
export type PersonalRow = Readonly<Record<string, unknown>>

/** Columns that hold nothing of any person. */
export const nobody = (...columns: string[]): Readonly<Record<string, Says>> =>
  Object.fromEntries(columns.map((column) => [column, "nobody"]))

/** The ledger is every module's own. */
export const ledgerPersonal: Personal = {
  module: "ledger",
  tables: { event: { actor_id: "account", payload: "words", ...nobody("kind", "subject_type", "source") } },
}
