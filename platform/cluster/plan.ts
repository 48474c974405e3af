/** A foreign key as PostgreSQL writes it: `alter table <table> add constraint <name> <definition>`. */
export type Key = Readonly<{ table: string; name: string; definition: string; refersTo: string }>

/** Where a table lies: on the first machine alone, in pieces on many, or whole on every one. */
export type Standing = "local" | "distributed" | "reference"

/** What the database says of itself. */
export type Catalogue = Readonly<{
  tables: readonly Readonly<{ name: string; isTenants: boolean; standing: Standing }>[]
  keys: readonly Key[]
  /** Keys that an earlier run has taken off and not put back; undefined when none was cut short. */
  kept: readonly Key[] | undefined
  /** What every machine needs to reckon with rows. */
  extensions: readonly string[]
  functions: readonly string[]
}>

/** One statement, by itself; `onWorkers`: it is handed to every worker. */
export type Step = Readonly<{ does: string; sql: string; values?: readonly unknown[]; onWorkers?: boolean }>

/** The tenants themselves: few rows that every table refers to. */
const everywhere = "workspace"

/**
 * What makes a database one of many machines, in the only order Citus takes: keys off, `workspace` everywhere, tenants' tables in pieces by
 * workspace, keys on. Nothing where nothing is left to do. A run that is cut short is gone on with by planning anew: keys are written
 * down before they are taken off.
 */
export const planDistribution = (catalogue: Catalogue): readonly Step[] => {
  const { tables, keys, kept } = catalogue
  const toPlace = tables.filter(
    ({ name, isTenants, standing }) => standing === "local" && (isTenants || name === everywhere),
  )
  if (toPlace.length === 0 && kept === undefined) return []
  const moving = new Set(toPlace.map(({ name }) => name))
  const off = keys.filter(({ table, refersTo }) => moving.has(table) || moving.has(refersTo))
  const nameOf = ({ table, name }: Key) => `${table}.${name}`
  const standing = new Set(keys.filter((key) => !off.includes(key)).map(nameOf))
  const known = new Set((kept ?? []).map(nameOf))
  const fresh = off.filter((key) => !known.has(nameOf(key)))
  const on = [...(kept ?? []), ...fresh].filter((key) => !standing.has(nameOf(key)))
  // A run that was cut short may have left the first machine's copy of a table that it had placed.
  const emptied = kept === undefined ? toPlace : tables.filter(({ isTenants }) => isTenants)
  return [
    ...catalogue.extensions.map(onEveryMachine),
    ...(kept === undefined ? notebook : []),
    ...fresh.map(writeDown),
    ...off.map(takeOff),
    ...catalogue.functions.map(shareFunction),
    ...placed(tables, toPlace),
    ...emptied.flatMap(({ name, isTenants }) => (isTenants ? [empty(name)] : [])),
    ...on.map(putOn),
    { does: "All keys are back.", sql: "drop schema distribution cascade" },
  ]
}

/** Pieces of the same workspaces lie on the same machine, so that what belongs together is joined there. */
const placed = (tables: Catalogue["tables"], toPlace: Catalogue["tables"]): Step[] => {
  const tenants = toPlace.filter(({ isTenants }) => isTenants).map(({ name }) => name)
  const first = tables.find(({ standing }) => standing === "distributed")?.name ?? tenants[0]
  return [
    ...toPlace.flatMap(({ name }) =>
      name === everywhere
        ? [{ does: `Placing ${name} whole on every machine.`, sql: `select create_reference_table('${name}')` }]
        : [],
    ),
    ...tenants.map((name) => ({
      does: `Placing ${name} in pieces.`,
      sql: `select create_distributed_table('${name}', 'workspace_id', colocate_with => '${name === first ? "none" : first}')`,
    })),
  ]
}

const onEveryMachine = (extension: string): Step => ({
  does: `Every machine has ${extension}.`,
  sql: `create extension if not exists ${extension} with schema public`,
  onWorkers: true,
})

const shareFunction = (signature: string): Step => ({
  does: `Every machine has ${signature}.`,
  sql: `select create_distributed_function('${signature}')`,
})

const notebook: readonly Step[] = [
  {
    does: "Writing down the keys.",
    sql: `create schema distribution create table taken_off
      (table_name text, name text, definition text not null, refers_to text not null, primary key (table_name, name))`,
  },
]

const writeDown = ({ table, name, definition, refersTo }: Key): Step => ({
  does: `Writing down ${name}.`,
  sql: "insert into distribution.taken_off values ($1, $2, $3, $4)",
  values: [table, name, definition, refersTo],
})

const takeOff = ({ table, name }: Key): Step => ({
  does: `Taking off ${name}.`,
  sql: `alter table ${table} drop constraint ${name}`,
})

const empty = (table: string): Step => ({
  does: `Forgetting the first machine's copy of ${table}.`,
  sql: `select truncate_local_data_after_distributing_table('${table}')`,
})

const putOn = ({ table, name, definition }: Key): Step => ({
  does: `Putting back ${name}.`,
  sql: `alter table ${table} add constraint ${name} ${definition}`,
})
