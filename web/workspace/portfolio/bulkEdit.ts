import { call } from "#client/call"
import { sentenceOf } from "#client/problem"
import { editPartnership } from "#contract/partnerships"
import { getPartnership, type PartnershipForHost } from "#contract/portfolio"

/** What is changed alike in several partnerships; null takes it away. */
export type BulkChange = Readonly<{ ownerId?: string | null; tier?: string | null }>

type Done = Readonly<{ id: string; name: string; version: number; before: BulkChange }>
export type BulkResult = Readonly<{
  done: readonly Done[]
  refused: readonly Readonly<{ id: string; name: string; why: string }>[]
}>

/** So many are asked for at a time: the server has others to serve. */
const atOnce = 4

/** Changes each by itself, as its own page would: what somebody may not change, or has just changed elsewhere, is told and left. */
export const bulkEdit = async (
  rows: readonly Readonly<{ id: string; name: string; version?: number }>[],
  changeOf: (id: string) => BulkChange,
): Promise<BulkResult> => {
  const done: Done[] = []
  const refused: { id: string; name: string; why: string }[] = []
  const waiting = [...rows]
  const work = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) {
      const { id, name } = row
      const seen = row.version
      try {
        const { version, before } = await change(id, changeOf(id), seen)
        done.push({ id, name, version, before })
      } catch (problem) {
        refused.push({ id, name, why: sentenceOf(problem) })
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return { done, refused }
}

/** What was before, again, as long as nobody has changed it since. */
export const undoBulk = ({ done }: BulkResult): Promise<BulkResult> => {
  const before = new Map(done.map((each) => [each.id, each.before]))
  return bulkEdit(done, (id) => before.get(id) ?? {})
}

const change = async (id: string, wanted: BulkChange, seen?: number) => {
  const params = { partnership: id }
  const known = await call(getPartnership, { params })
  const before: BulkChange = {
    ...("ownerId" in wanted ? { ownerId: known.owner?.id ?? null } : {}),
    ...("tier" in wanted ? { tier: known.tier } : {}),
  }
  const input = inputOf(known, wanted)
  const { version } = await call(editPartnership, { params, input, ifMatch: seen ?? known.version })
  return { version, before }
}

const inputOf = (known: PartnershipForHost, wanted: BulkChange) => {
  const { name, type, region, program, currency, startedOn, reason } = known
  const ownerId = "ownerId" in wanted ? wanted.ownerId : known.owner?.id
  const tier = "tier" in wanted ? wanted.tier : known.tier
  const said = Object.entries({ region, program, startedOn, reason, ownerId, tier }).filter(
    ([, value]) => value !== null && value !== undefined,
  )
  return { name, type, currency, ...Object.fromEntries(said) }
}
