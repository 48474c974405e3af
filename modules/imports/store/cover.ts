import type { Id } from "#core/ids"
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
