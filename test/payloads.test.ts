import { expect, test } from "vitest"
import { getTimeline, type Moment } from "#contract/activities"
import { listEvents } from "#contract/audit"
import { removeParty } from "#contract/partnerships"
import { assignRole, createContact } from "#contract/people"
import { modules } from "#modules-list"
import { newId } from "#platform/ids"
import { contributedBy } from "#platform/module"
import { recordConsortium } from "#test/consortium"
import { type Caller, startTestKeelson } from "#test/keelson"

/*
 * Who reads what of an event. Every kind that any module declares is planted as the act of each party, with a word of its own in
 * each field and in one that nobody declares; then everybody reads. What companies read of each kind stands in
 * payloads.snapshot.md: a new field shows there, and is accepted only by somebody who read it as a company would.
 */
const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Nordwind")
const { partnership, companies, host, first, second } = await recordConsortium(workspace)
const { workspaceId } = workspace.system
const [lead, other] = companies
const parties = { host: workspaceId, lead, other }
const kinds = contributedBy(modules).events
const everyone = [
  ["host", host],
  ["lead", first],
  ["other", second],
] as const

const wordOf = (kind: string, field: string, party: string) => `word of ${kind} ${field} by ${party};`

await keelson.platform.transact(workspace.system, ({ db, now }) =>
  db
    .insertInto("event")
    .values(
      kinds.flatMap(({ kind, subject, payload, visibility }) =>
        Object.entries(parties).map(([party, partyId]) => ({
          ...{ workspaceId, id: newId(), kind, subjectType: subject, subjectId: newId(), partnershipId: partnership },
          ...{ partyId, privateTo: visibility === "host" ? workspaceId : null, actorKind: "system", actorId: null },
          ...{ source: "job", occurredAt: now, recordedAt: now },
          payload: JSON.stringify(
            Object.fromEntries(
              [...Object.keys(payload.shape), "undeclared"].map((field) => [field, wordOf(kind, field, party)]),
            ),
          ),
        })),
      ),
    )
    .execute(),
)

const allMoments = async (caller: Caller): Promise<readonly Moment[]> => {
  const all: Moment[] = []
  let after: string | undefined
  do {
    const { body } = await caller.call(getTimeline, { partnership, limit: 200, ...(after ? { after } : {}) })
    all.push(...body.items)
    after = body.next ?? undefined
  } while (after !== undefined)
  return all
}
const wholeTimeline = async (caller: Caller): Promise<string> => JSON.stringify(await allMoments(caller))

const told = Object.fromEntries(
  await Promise.all(everyone.map(async ([who, caller]) => [who, await wholeTimeline(caller)] as const)),
) as Record<"host" | "lead" | "other", string>

/** The fields of a kind that somebody reads where it was this party's act. */
const readBy = (who: "host" | "lead" | "other", kind: string, party: string): readonly string[] => {
  const { payload } = kinds.find((each) => each.kind === kind) as (typeof kinds)[number]
  return [...Object.keys(payload.shape), "undeclared"].filter((field) => told[who].includes(wordOf(kind, field, party)))
}

// Activities stand in the timeline for themselves.
const shown = kinds.filter(({ kind }) => !kind.startsWith("activity."))

test("the host reads all of every event", () => {
  for (const { kind, payload } of shown)
    expect(readBy("host", kind, "lead"), kind).toEqual([...Object.keys(payload.shape), "undeclared"])
})

test("a company reads nothing of the host's events, no field that nobody declares, and of the others only what is for it", async () => {
  const lines = shown.flatMap(({ kind, visibility }) => {
    const [own, others, ofHost] = [
      readBy("lead", kind, "lead"),
      readBy("lead", kind, "other"),
      readBy("lead", kind, "host"),
    ]
    expect([...own, ...others, ...ofHost], kind).not.toContain("undeclared")
    if (visibility === "host") {
      expect([own, others, ofHost], kind).toEqual([[], [], []])
      return []
    }
    // What is somebody else's is read alike, whoever reads and whoever it is.
    expect(readBy("other", kind, "other"), kind).toEqual(own)
    expect([ofHost, readBy("other", kind, "lead"), readBy("other", kind, "host")], kind).toEqual([
      others,
      others,
      others,
    ])
    const fields = (read: readonly string[]) => (read.length === 0 ? "-" : read.join(", "))
    return [`| ${kind} | ${fields(own)} | ${fields(others)} |`]
  })
  expect(lines.length).toBeGreaterThan(30)
  const page = [
    "# What a company reads of an event that it may see",
    "",
    "Written by `test/payloads.test.ts`. Kinds that are the host's alone are left out: of them a company reads nothing.",
    "",
    "| kind | of its own act | of another party's act |",
    "|---|---|---|",
    ...lines,
    "",
  ].join("\n")
  await expect(page).toMatchFileSnapshot("payloads.snapshot.md")
})

test("who stands for the host, or for another company, is told to no company by the timeline", async () => {
  const names = { host: "Hanna Host-Contact", lead: "Lena Lead-Contact", other: "Otto Other-Contact" }
  for (const [party, organizationId] of [
    ["host", undefined] as const,
    ["lead", lead] as const,
    ["other", other] as const,
  ]) {
    const made = await host.call(createContact, {
      name: names[party],
      ...(organizationId === undefined ? {} : { organizationId }),
    })
    const assigned = await host.call(assignRole, { partnership, contactId: made.body.id, role: "executive_sponsor" })
    expect(assigned.status).toBeLessThan(300)
  }
  for (const [who, caller] of everyone) {
    const text = await wholeTimeline(caller)
    for (const [party, name] of Object.entries(names))
      expect(text.includes(name), `${who} reads ${name}`).toBe(who === "host" || who === party)
    expect(text).toContain("role.assigned")
  }
})

test("the name of a company that has left is told to no other company by the timeline, and the whole ledger to none", async () => {
  const [before, after] = [await wholeTimeline(first), await wholeTimeline(host)]
  expect(before).toContain("party.joined")
  expect(after).toContain('"name":"Grid Two"')
  expect(before).not.toContain('"name":"Grid Two"')
  const joined = async (caller: Caller) =>
    (await allMoments(caller)).flatMap(({ kind, companyName, payload }) =>
      kind === "party.joined" && !JSON.stringify(payload).includes("word of") ? [companyName] : [],
    )
  // While it takes part, the companies of a partnership know each other by name.
  expect([await joined(host), await joined(first), await joined(second)]).toEqual(Array(3).fill(["Grid Two"]))
  expect((await host.call(removeParty, { partnership, organization: other })).status).toBeLessThan(300)
  const text = await wholeTimeline(first)
  expect(text).toContain("party.left")
  expect(text.includes('"name":"Grid Two"'), "the first reads the other's name").toBe(false)
  expect([await joined(host), await joined(first)]).toEqual([["Grid Two"], [null]])
  expect((await first.call(listEvents, {})).status).toBe(403)
})
