import { expect, test } from "vitest"
import { getDrift, getDriftInputs } from "#contract/drift"
import { getPartnershipPeople } from "#contract/people"
import { addDays } from "#core/time"
import { insertOrganization } from "#modules/organizations"
import { newId } from "#platform/ids"
import { startTestKeelson } from "#test/keelson"
import { scanEverything } from "./scanEverything.ts"
import { live, makePartnership, movableClock, type Week } from "./storyForTests.ts"

const start = "2024-09-02"
const turn = "2026-01-05"
const today = "2026-07-06"
const clock = movableClock(today)
const keelson = await startTestKeelson({ clock })
const { platform } = keelson

/** Weeks in which a company registers a few deals that are answered quickly, and then hardly any. */
const weeks = (count: number, registrations: number): Week[] =>
  Array.from({ length: count }, (_, i) => ({
    contacts: 5 + ((i * 7) % 3),
    registrations: registrations === 0 ? Number(i % 5 === 0) : registrations + ((i * 5) % 2),
    answerHours: 20 + ((i * 11) % 9),
  }))

test("in a consortium each company has its own signals, and the one that let go first is named", async () => {
  const workspace = await keelson.workspace("Nordwind")
  const { system } = workspace
  clock.goTo(start)
  const made = await makePartnership(platform, system, "Grid One", "consortium")
  const second = await platform.transact(system, async (tx) => {
    const unsaid = { domains: [], regions: [], industries: [], capabilities: [], languages: [] }
    const { id } = await insertOrganization(tx, newId(), { name: "Grid Two", ...unsaid })
    await tx.db
      .insertInto("partnershipParty")
      .values({ workspaceId: system.workspaceId, partnershipId: made.id, organizationId: id, joinedOn: start })
      .execute()
    return id
  })
  clock.goTo(today)
  await live(platform, system, made, start, weeks(96, 4))
  const other = { id: made.id, organizationId: second }
  await live(platform, system, other, start, weeks(70, 4))
  await live(platform, system, other, addDays(start, 7 * 70), weeks(26, 0))
  await scanEverything(platform, system)

  const owner = await workspace.as("owner")
  const { body } = await owner.call(getDrift, { partnership: made.id })
  expect(body.companies.map(({ name }) => name)).toEqual(["Grid One", "Grid Two"])
  const registered = body.lanes.filter(({ signal }) => signal === "registrations")
  expect(registered.map(({ partyId, changed }) => ({ partyId, changed }))).toEqual(
    expect.arrayContaining([
      { partyId: made.organizationId, changed: false },
      { partyId: second, changed: true },
    ]),
  )
  expect(body).toMatchObject({ drifting: true, firstSide: "partner", firstPartyId: second })
  expect(body.onset && body.onset.low <= turn && body.onset.high >= turn).toBe(true)
  expect(body.current).toMatchObject({ firstPartyId: second, firstPartyName: "Grid Two" })
  const inputs = await owner.call(getDriftInputs, { partnership: made.id })
  expect(inputs.body.series.filter(({ signal }) => signal === "registrations")).toHaveLength(2)
  const people = await owner.call(getPartnershipPeople, { partnership: made.id })
  expect(new Set(people.body.vacancies.map(({ partyName }) => partyName))).toEqual(
    new Set([null, "Grid One", "Grid Two"]),
  )
})
