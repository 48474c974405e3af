import type { Id } from "#core/ids"
import { sql } from "#platform/database"
import { writeRows } from "#platform/table"
import type { WorkspaceTx } from "#platform/tx"
import type { Counted, Cover } from "../rules.ts"

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

/** Which of these another file of the other sort (measured, or acts) tells of, too: the same partner's signal in the same days. */
export const toldElsewhere = async (
  { db, actor }: WorkspaceTx,
  covers: Iterable<Cover>,
  isOfActs: boolean,
): Promise<readonly Cover[]> => {
  const found: Cover[] = []
  for (const taken of inBatches(covers)) {
    const column = <K extends keyof Cover>(key: K) => taken.map((cover) => cover[key])
    const { rows } = await sql<{ at: number }>`select distinct asked.at::integer as at
      from unnest(${column("partnershipId")}::uuid[], ${column("signal")}::text[], ${column("from")}::date[], ${column("until")}::date[])
        with ordinality as asked (partnership_id, signal, from_on, until_on, at)
      join import_cover c on c.workspace_id = ${actor.workspaceId} and c.partnership_id = asked.partnership_id and c.signal = asked.signal
        and c.from_on <= asked.until_on and c.until_on >= asked.from_on
      join import_run r on r.workspace_id = ${actor.workspaceId} and r.id = c.import_id and r.state = 'imported'
        and (r.kind = 'measurements') = ${isOfActs}
      order by 1`.execute(db)
    for (const { at } of rows) found.push(taken[at - 1] as Cover)
  }
  return found
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
