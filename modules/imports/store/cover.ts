import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import { byReading, sql } from "#platform/database"
import { writeRows } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Counted } from "#rules/measurements"
import type { Cover } from "../rules.ts"

const batch = 5_000

/** Keeps what an import says of itself. `countedOf` is what was chosen for a signal of which there is another record. */
export const insertCover = async (
  tx: WorkspaceTx,
  importId: Id,
  covers: Iterable<Cover>,
  countedOf: (cover: Cover) => Counted | null,
): Promise<void> => {
  for (const taken of inBatches(covers))
    await writeRows(tx, {
      into: "import_cover",
      same: { import_id: importId },
      columns: ["partnership_id", "signal", "from_on", "until_on", "counted"],
      rows: taken.map((cover) => [cover.partnershipId, cover.signal, cover.from, cover.until, countedOf(cover)]),
    })
}

type Told = Readonly<{ partnershipId: Id; partner: string; signal: string; from: PlainDate; until: PlainDate }>

/** What an import says that it tells of, in the order of the partners' names; and how many such there are. */
export const listCovers = async ({ db, actor }: WorkspaceTx, importId: Id, limit: number) => {
  const ofImport = sql`from import_cover c join partnership p on p.workspace_id = c.workspace_id and p.id = c.partnership_id
    where c.workspace_id = ${actor.workspaceId} and c.import_id = ${importId}`
  const { rows: items } =
    await sql<Told>`select c.partnership_id, p.name as partner, c.signal, c.from_on as from, c.until_on as until
    ${ofImport} order by ${byReading("p.name")}, p.id, c.signal limit ${limit}`.execute(db)
  const { rows: counted } = await sql<{ total: number }>`select count(*)::integer as total ${ofImport}`.execute(db)
  return { items, total: counted[0]?.total ?? 0 }
}

function* inBatches(covers: Iterable<Cover>): Iterable<readonly Cover[]> {
  let taken: Cover[] = []
  for (const cover of covers) {
    taken.push(cover)
    if (taken.length < batch) continue
    yield taken
    taken = []
  }
  if (taken.length > 0) yield taken
}
