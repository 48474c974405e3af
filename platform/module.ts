import type { Action } from "./action.ts"
import type { Job } from "./jobs.ts"

/**
 * Who may read a table's rows beside its workspace: the host alone; both sides of the partnership a row belongs to; the same,
 * where a row can be private to one party; the company a row is about; the person a row is for; every partner.
 */
export type Audience = "host" | "partnership" | "partnership with privacy" | "organization" | "person" | "every partner"

/** What a module brings. Composition hands each list to whoever needs it; nobody keeps a list of another module's things. */
export type Contributions = Readonly<{
  /** The tables it owns, and who may read them. Nobody lower in the order reads them; nobody else writes them. */
  tables: Readonly<Record<string, Audience>>
  /** Its use cases. */
  actions: readonly Action[]
  /** Its reactions and schedules. */
  jobs: readonly Job[]
}>

/** One business concept: a line in `modules.ts`, a folder in `modules/`. */
export type Module = Readonly<{ name: string }> & Contributions

/** Declares a module; what it does not contribute is empty. `name` is its folder's. */
export const defineModule = (name: string, brought: Partial<Contributions> = {}): Module => ({
  name,
  tables: {},
  actions: [],
  jobs: [],
  ...brought,
})
