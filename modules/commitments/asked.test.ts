import { expect, test } from "vitest"
import { getHome } from "#contract/home"
import { countNotifications, listNotifications } from "#contract/notifications"
import { groupOf } from "#core/attention"
import { movableClock } from "#test/clock"
import { type Caller, startTestKeelson } from "#test/keelson"
import { enter, memberWith, monthly, recordPartnership, runJob } from "#test/promises"
import { runEverything } from "#test/queue"
import { answerProposal, listOccurrences, promisesProposed, proposeForPromise, withdrawProposal } from "./contract.ts"

/* What the other party proposes waits for one's yes: in the plan of the day and in the inbox, on both sides, until somebody has answered. */
const clock = movableClock("2026-01-02T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordlicht")
const eva = await workspace.as("partner_manager")
const { id: evas } = await memberWith(keelson, workspace, "partner_manager")
const { id: partnership, organizationId } = await recordPartnership(eva, "Cascade", evas)
const aya = await workspace.asPartner(organizationId)
const other = await recordPartnership(eva, "Dunmore", evas)
const kim = await workspace.asPartner(other.organizationId)
await enter(eva, partnership, [monthly("host"), monthly("partner")])
clock.moveTo("2026-02-20T09:00:00.000Z")
await runJob("commitments.update-due-states", keelson)
const { items } = (await eva.call(listOccurrences, { partnership, state: "missed" })).body
const of = (side: "host" | "partner") => items.find(({ owedBy }) => owedBy === side)?.id ?? ""

const waitsFor = async (reader: Caller) =>
  groupOf((await reader.call(getHome, { whose: "all" })).body.groups, promisesProposed).items.map(({ id }) => id)
const told = async (reader: Caller) => {
  await runEverything(keelson)
  const { items: rows } = (await reader.call(listNotifications, {})).body
  return rows.flatMap(({ kind, payload }) =>
    kind === "commitment_proposed" || kind === "commitment_answered"
      ? [`${kind} ${payload["occurrenceId"]} ${payload["state"] ?? payload["owedBy"]}`]
      : [],
  )
}
const asked = { kind: "re_date", dueOn: "2026-03-15", reason: "the data comes later" } as const

for (const [side, proposer, answerer] of [
  ["host", eva, aya],
  ["partner", aya, eva],
] as const)
  test(`of what the ${side} owes: asked of the other party alone, gone once it is answered, and who asked is told`, async () => {
    const occurrence = of(side)
    await proposer.call(proposeForPromise, { occurrence, ...asked })
    expect(await waitsFor(answerer)).toEqual([occurrence])
    for (const reader of [proposer, kim]) expect(await waitsFor(reader)).toEqual([])
    expect(await told(answerer)).toContain(`commitment_proposed ${occurrence} ${side}`)
    expect(await told(proposer)).not.toContain(`commitment_proposed ${occurrence} ${side}`)
    expect(await told(kim)).toEqual([])

    await proposer.call(withdrawProposal, { occurrence })
    expect(await waitsFor(answerer)).toEqual([])
    expect(await told(answerer)).not.toContain(`commitment_proposed ${occurrence} ${side}`)

    await proposer.call(proposeForPromise, { occurrence, ...asked })
    expect(await told(answerer)).toContain(`commitment_proposed ${occurrence} ${side}`)
    await answerer.call(answerProposal, { occurrence, agrees: side === "host" })
    expect(await waitsFor(answerer)).toEqual([])
    expect(await told(answerer)).not.toContain(`commitment_proposed ${occurrence} ${side}`)
    expect(await told(proposer)).toContain(
      `commitment_answered ${occurrence} ${side === "host" ? "confirmed" : "refused"}`,
    )
    const { unread } = (await answerer.call(countNotifications, {})).body
    expect((await answerer.call(listNotifications, { show: "unread" })).body).toMatchObject({ unread })
  })
