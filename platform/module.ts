import type { Action } from "./action.ts"
import type { Contributed } from "./contributed.ts"
import type { Fixture } from "./fixture.ts"
import type { Job } from "./jobs.ts"

/**
 * Who may read a table's rows beside its workspace: the host alone; both sides of the partnership a row belongs to; the same,
 * where a row can be private to one party; the company a row is about; the person a row is for; every partner.
 */
export type Audience = "host" | "partnership" | "partnership with privacy" | "organization" | "person" | "every partner"

/** What a partner's own session may do to a table's rows beside reading and locking them. */
export type PartnerWrite = "insert" | "update" | "delete"

/** What a module brings. Composition hands each list to whoever needs it; nobody keeps a list of another module's things. */
export type Contributions = Contributed &
  Readonly<{
    /** The tables it owns, and who may read them. Nobody lower in the order reads them; nobody else writes them. */
    tables: Readonly<Record<string, Audience>>
    /** Of these, what partners write in their own sessions. Of all others they only read what their audience says. */
    partnersWrite: Readonly<Record<string, readonly PartnerWrite[]>>
    /** Its use cases. */
    actions: readonly Action[]
    /** Its reactions and schedules; made of what others bring where it serves them all. */
    jobs: readonly Job[] | ((from: Contributed) => readonly Job[])
    /** One row of each thing it owns, for tests that go through every endpoint. */
    fixture: Fixture
  }>

/** One business concept: a line in `modules.ts`, a folder in `modules/`. */
export type Module = Readonly<{ name: string }> & Contributions

const nothing: Contributions = {
  tables: {},
  partnersWrite: {},
  personal: [],
  belongings: [],
  figures: [],
  companyRows: [],
  retained: [],
  actions: [],
  jobs: [],
  fixture: async () => {},
  events: [],
  signals: [],
  search: [],
  subjects: [],
  linkActs: [],
  approvables: [],
  holds: [],
  gates: [],
  attention: [],
  demo: [],
  news: [],
  importable: [],
}

/** Declares a module; what it does not contribute is empty. `name` is its folder's. */
export const defineModule = (name: string, brought: Partial<Contributions> = {}): Module => ({
  name,
  ...nothing,
  ...brought,
})

/** What these modules bring together, each list in their order. */
export const contributedBy = (modules: readonly Module[]): Contributed => ({
  events: modules.flatMap(({ events }) => events),
  signals: modules.flatMap(({ signals }) => signals),
  search: modules.flatMap(({ search }) => search),
  subjects: modules.flatMap(({ subjects }) => subjects),
  linkActs: modules.flatMap(({ linkActs }) => linkActs),
  approvables: modules.flatMap(({ approvables }) => approvables),
  holds: modules.flatMap(({ holds }) => holds),
  gates: modules.flatMap(({ gates }) => gates),
  attention: modules.flatMap(({ attention }) => attention),
  demo: modules.flatMap(({ demo }) => demo),
  news: modules.flatMap(({ news }) => news),
  importable: modules.flatMap(({ importable }) => importable),
  personal: modules.flatMap(({ personal }) => personal),
  belongings: modules.flatMap(({ belongings }) => belongings),
  figures: modules.flatMap(({ figures }) => figures),
  companyRows: modules.flatMap(({ companyRows }) => companyRows),
  retained: modules.flatMap(({ retained }) => retained),
})

/** The jobs of these modules. */
export const jobsOf = (modules: readonly Module[], contributed: Contributed): readonly Job[] =>
  modules.flatMap(({ jobs }) => (typeof jobs === "function" ? jobs(contributed) : jobs))
