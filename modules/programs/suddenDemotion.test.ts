import { expect, test } from "vitest"
import { listEvents } from "#contract/audit"
import { listNotifications } from "#contract/notifications"
import { asks, openPrograms, terms, tier } from "#test/programs"
import { runQueued } from "#test/promises"
import * as contract from "./contract.ts"

const scene = await openPrograms("2028-08-01T09:00:00.000Z")
const { clock, manager, workspace, programOf, enrol, turnDay, person, certified } = scene

test("a tier that other terms took is on record as the host's act, grace or not; one lost by own figures is not", async () => {
  const admin = await workspace.as("admin")
  const asking = (threshold: number) => [tier("member", []), tier("gold", [asks({ kind: "certified", threshold })])]
  const program = await programOf("Changing", terms(asking(1), 20), "2028-08-01")
  const [kept, own] = [await scene.partner("Meets those of before"), await scene.partner("Meets none")]
  for (const [{ id, organizationId }, validUntil] of [
    [kept, "2029-12-31"],
    [own, "2028-08-15"],
  ] as const)
    await certified(id, await person(organizationId, "Uma"), "2028-01-01", { validUntil })
  const partner = await workspace.asPartner(kept.organizationId)
  const made = [await enrol(program.id, kept.id), await enrol(program.id, own.id)]
  expect(made).toMatchObject([{ tier: "GOLD" }, { tier: "GOLD" }])
  const about = { program: program.id, name: "Changing", terms: terms(asking(2), 20) }
  const { version } = (await manager.call(contract.editProgram, about, { ifMatch: program.version })).body
  const from = { program: program.id, holdsFrom: "2028-08-20" }
  await manager.call(contract.publishProgram, from, { ifMatch: version })
  // The grace begins on 1 September, and is over on 21 September.
  for (const day of ["2028-08-21", "2028-09-01", "2028-09-22"]) {
    clock.moveTo(`${day}T09:00:00.000Z`)
    await turnDay()
  }
  const lostBy = async (id: string) =>
    (await admin.call(listEvents, { partnership: id })).body.items.flatMap(({ kind }) =>
      kind.startsWith("enrolment.fell") || kind.startsWith("enrolment.demoted") ? [kind] : [],
    )
  expect(await lostBy(kept.id)).toEqual(["enrolment.demoted_by_rule_change"])
  expect(await lostBy(own.id)).toEqual(["enrolment.fell"])
  await runQueued("notifications.tell", scene.keelson)
  const heard = (await partner.call(listNotifications, {})).body.items
  expect(heard.map(({ kind }) => kind)).toContain("tier_lost")
})
