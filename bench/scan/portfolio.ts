import type { System } from "#core/actor"
import { seededRandom } from "#core/stats/seededRandom"
import { weekNumber } from "#core/time"
import { sql } from "#platform/database"
import { newId } from "#platform/ids"
import type { Platform } from "#platform/platform"
import { catalogue } from "#rules/metrics"
import { partnershipTypes } from "#rules/partnerships"

const signalKeys = [
  ...["host_promises_kept", "partner_promises_kept", "governance_meetings_held", "host_answer_hours"],
  ...["host_answers_in_time", "two_way_contacts", "active_contacts", "registrations", "pipeline_amount", "revenue"],
  ...["training_completions", "sell_through"],
]
const signals = catalogue.filter(({ key }) => signalKeys.includes(key))

/** Partnerships with twelve signals each over `weeks` weeks; one in ten lets go somewhere in its last year. Series are written as the product stores them. */
export const fillPortfolio = async (
  { transact }: Platform,
  system: System,
  size: Readonly<{ partnerships: number; weeks: number; lastDay: string }>,
): Promise<readonly string[]> => {
  const random = seededRandom(7)
  const firstWeek = weekNumber(size.lastDay) - size.weeks
  const organizationId = newId()
  const made: string[] = []
  await transact(system, ({ db, now }) =>
    db
      .insertInto("organization")
      .values({ workspaceId: system.workspaceId, id: organizationId, name: "Everyone", createdAt: now, updatedAt: now })
      .execute(),
  )
  while (made.length < size.partnerships) {
    const ids = Array.from({ length: Math.min(1_000, size.partnerships - made.length) }, newId)
    const rows = ids.flatMap((id) => {
      const from = random.uniform() < 0.1 ? size.weeks - 8 - Math.floor(random.uniform() * 40) : size.weeks
      return signals.map(({ key, side, kind, worse }) => {
        const level = 1 + 8 * random.uniform()
        const view = new DataView(new ArrayBuffer(size.weeks * 4))
        for (let week = 0; week < size.weeks; week++) {
          const moved = week < from ? 1 : worse === "lower" ? 0.3 : 3
          const noise = Math.exp(0.2 * random.normal())
          const value =
            kind === "count"
              ? random.poisson(level * moved)
              : kind === "proportion"
                ? Math.min(1, 0.9 * moved * noise)
                : 100 * level * moved * noise
          view.setFloat32(week * 4, value, true)
        }
        const partyId = side === "both" ? null : side === "host" ? system.workspaceId : organizationId
        return { id, key, partyId, actual: Buffer.from(view.buffer) }
      })
    })
    await transact(system, async ({ db }) => {
      await sql`insert into partnership (workspace_id, id, organization_id, name, type, created_at, updated_at, currency)
        select ${system.workspaceId}::uuid, id, ${organizationId}::uuid, 'Partner ' || id, (${[...partnershipTypes]}::text[])[1 + abs(hashtext(id::text)) % 11], now(), now(), 'EUR'
        from unnest(${ids}::uuid[]) as id`.execute(db)
      await sql`insert into signal_series (workspace_id, partnership_id, signal, party_id, first_week, weeks, actual, computed_at)
        select ${system.workspaceId}::uuid, id, signal, party_id, ${firstWeek}, ${size.weeks}, actual, now()
        from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ key }) => key)}::text[], ${rows.map(({ partyId }) => partyId)}::uuid[],
          ${rows.map(({ actual }) => actual)}::bytea[]) as series (id, signal, party_id, actual)`.execute(db)
    })
    made.push(...ids)
  }
  return made
}

/** Gives some partnerships facts behind their series, so that rebuilding them has real work to do: a measurement per signal and week. */
export const giveFacts = ({ transact }: Platform, system: System, ids: readonly string[]): Promise<void> =>
  transact(system, async ({ db }) => {
    for (let from = 0; from < ids.length; from += 100)
      await sql`insert into measurement (workspace_id, id, partnership_id, signal, party_id, period_start, recorded_at, value)
        select workspace_id, gen_random_uuid(), partnership_id, signal, party_id, date '1969-12-29' + (first_week + week) * 7, now(),
          round((1 + 8 * random())::numeric, 2)
        from signal_series, generate_series(0, weeks - 1) as week
        where workspace_id = ${system.workspaceId} and partnership_id = any(${ids.slice(from, from + 100)}::uuid[])`.execute(
        db,
      )
  })
