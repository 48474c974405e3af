import { expect, test } from "vitest"
import { movableClock } from "#test/clock"
import { startTestKeelson } from "#test/keelson"
import { enter, monthly, recordPartnership, runJob } from "#test/promises"
import {
  disputeOccurrence,
  getCommitment,
  listCommitmentHistory,
  listCommitments,
  reportOccurrence,
} from "./contract.ts"

const clock = movableClock("2026-01-02T09:00:00.000Z")
const keelson = await startTestKeelson({ clock })
const workspace = await keelson.workspace("Nordwind")
const manager = await workspace.as("partner_manager")
const { id: partnership, organizationId } = await recordPartnership(manager, "Contoso")
const partner = await workspace.asPartner(organizationId)
const stranger = await workspace.asPartner((await recordPartnership(manager, "Fabrikam")).organizationId)
await enter(manager, partnership, [monthly("host", { title: "Send the figures", clause: "4.2" })])
const commitment = (await manager.call(listCommitments, { partnership })).body.commitments[0]?.id ?? ""
const shown = async (caller = manager) => (await caller.call(getCommitment, { commitment })).body

test("a promise with its due days in order, and both sides read the same", async () => {
  const ours = await shown()
  expect(ours).toMatchObject({
    ...{ title: "Send the figures", clause: "4.2", owedBy: "host", partnershipName: "Contoso", older: 0 },
    kept: { kept: 0, due: 0 },
  })
  expect(ours.occurrences.map(({ dueOn }) => dueOn).slice(0, 3)).toEqual(["2026-02-02", "2026-03-02", "2026-03-31"])
  const theirs = await shown(partner)
  expect(theirs.occurrences.map(({ id }) => id)).toEqual(ours.occurrences.map(({ id }) => id))
  expect(theirs.occurrences[0]?.abilities.report).toBe("not-your-promise")
})

test("nobody else finds it, nor what was done with it", async () => {
  expect((await stranger.call(getCommitment, { commitment })).status).toBe(404)
  expect((await stranger.call(listCommitmentHistory, { commitment })).status).toBe(404)
})

test("what was kept and missed is counted, and who did what is told, newest first and page by page", async () => {
  clock.moveTo("2026-03-01T09:00:00.000Z")
  await runJob("commitments.update-due-states", keelson)
  clock.moveTo("2026-03-02T09:00:00.000Z")
  const [february, march] = (await shown()).occurrences
  const evidence = [{ kind: "note", note: "sent by mail" }] as const
  await manager.call(reportOccurrence, { occurrence: march?.id ?? "", evidence: [...evidence] })
  await partner.call(disputeOccurrence, { occurrence: march?.id ?? "", reason: "nothing came" })
  expect(february?.state).toBe("missed")
  expect((await shown()).kept).toMatchObject({ kept: 0, due: 1 })

  const first = (await partner.call(listCommitmentHistory, { commitment, limit: 2 })).body
  expect(first.items).toMatchObject([
    { kind: "commitment.disputed", side: "partner", reason: "nothing came", before: "kept", state: "disputed" },
    { kind: "commitment.kept", side: "host", dueOn: "2026-03-02", before: "due" },
  ])
  const rest = (await partner.call(listCommitmentHistory, { commitment, limit: 2, after: first.next ?? "" })).body
  expect(rest).toMatchObject({
    items: [{ kind: "commitment.missed", actor: { kind: "system", name: null } }],
    next: null,
  })
})
