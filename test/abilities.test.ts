import pg from "pg"
import { afterAll, expect, test } from "vitest"
import { listActivities, retractActivity } from "#contract/activities"
import { editAgreement, getAgreement, terminateAgreement } from "#contract/agreements"
import * as commitments from "#contract/commitments"
import * as deals from "#contract/deals"
import * as drift from "#contract/drift"
import { getImport, undoImport } from "#contract/imports"
import { listMeasurements, retractMeasurement } from "#contract/measurements"
import * as partnerships from "#contract/partnerships"
import * as people from "#contract/people"
import { getPartnership, listOwnPartnerships } from "#contract/portfolio"
import type { MemberRole, WorkspaceActor } from "#core/actor"
import { memberRoles, partnerRoles } from "#core/actor"
import { newId } from "#platform/ids"
import { agreementStates } from "#rules/agreements"
import { dealStates } from "#rules/deals"
import { stageMoves, stages } from "#rules/partnerships"
import { abilityTrials, type Seen, type Thing } from "#test/abilities"
import { recordEverything } from "#test/everything"
import { startTestKeelson } from "#test/keelson"

/*
 * What a view promises and what the act says agree, for every state of a thing and everyone who can see it: where an ability
 * is true the act is done, where it is a code the act refuses with that code. Each act is tried on the real database in a
 * transaction that is rolled back.
 */
const keelson = await startTestKeelson()
const workspace = await keelson.workspace("Abilities")
const { system } = workspace
const here = await recordEverything(keelson, workspace)
const owner = new pg.Client({ connectionString: keelson.ownerUrl })
await owner.connect()
afterAll(() => owner.end())

const organizationId = here["organization"] ?? ""
const found = await owner.query<{ id: string; userId: string; role: MemberRole }>(
  `select id, user_id as "userId", role from member where workspace_id = $1`,
  [system.workspaceId],
)
const shared = { workspaceId: system.workspaceId, timeZone: system.timeZone }
const members: readonly WorkspaceActor[] = found.rows.map(({ id, userId, role }) => ({
  ...{ ...shared, kind: "member", side: "host" },
  ...{ userId, memberId: id, role },
}))
const partners: readonly WorkspaceActor[] = partnerRoles.map((role) => ({
  ...{ ...shared, kind: "partner-user", side: "partner", userId: `a ${role}`, partnerUserId: newId() },
  ...{ organizationId, partnershipIds: [here["partnership"] ?? ""], role },
}))
// A write asks whether whoever writes is there.
for (const partner of partners)
  if (partner.kind === "partner-user")
    await owner.query(
      `insert into partner_user (workspace_id, id, user_id, name, email, organization_id, role, created_at)
        values ($1, $2, $3, $3, 'a@partner.example', $4, $5, '2026-01-01')`,
      [partner.workspaceId, partner.partnerUserId, partner.userId, organizationId, partner.role],
    )

const { view, tried, setTo, disagreements } = abilityTrials(keelson.platform, owner, system.workspaceId)

const byState = (states: readonly string[]) => Object.fromEntries(states.map((state) => [state, { state }]))
const of = (name: string): string => here[name] ?? ""
const itemOf = async (page: Promise<unknown>, id: string) =>
  ((await page) as { items: readonly (Seen & { id: string })[] }).items.find((item) => item.id === id)
const everybody = [...members, ...partners]
const reason = "because it is so"
const retractions = { recorded: { retracted_at: null }, retracted: { retracted_at: "2026-02-01" } }

test("everyone with a role is here", () => {
  const roles = new Set(everybody.map((actor) => "role" in actor && `${actor.side} ${actor.role}`))
  expect(roles.size).toBe(memberRoles.length + partnerRoles.length)
})

test("promises", async () => {
  const occurrence = of("occurrence")
  const now = new Date().toISOString()
  const open = { closed_on: null, reported_on: null, recorded_at: null }
  const closed = { closed_on: "2026-11-20", reported_on: null, recorded_at: now }
  const done = ["kept", "kept_late", "missed", "waived", "disputed"]
  const thing: Thing = {
    table: "occurrence",
    id: occurrence,
    states: {
      ...Object.fromEntries(["upcoming", "due", "re_agreed"].map((state) => [state, { state, ...open }])),
      ...Object.fromEntries(done.map((state) => [state, { state, ...closed }])),
      "kept long ago": { state: "kept", ...closed, recorded_at: "2025-01-01" },
      announced: { state: "due", closed_on: null, reported_on: "2026-11-19", recorded_at: now },
    },
    seenBy: everybody,
    read: (actor) => view(commitments.getOccurrence, actor, { occurrence }),
    acts: {
      report: [commitments.reportOccurrence, { occurrence, evidence: [{ kind: "note", note: "sent" }] }],
      confirm: [commitments.confirmOccurrence, { occurrence }],
      waive: [commitments.waiveOccurrence, { occurrence, reason }],
      reDate: [commitments.reDateOccurrence, { occurrence, reason, dueOn: "2099-01-01" }],
      dispute: [commitments.disputeOccurrence, { occurrence, reason }],
      undo: [commitments.undoPromise, { occurrence }],
      propose: [commitments.proposeForPromise, { occurrence, kind: "waive", reason }],
      answer: [commitments.answerProposal, { occurrence, agrees: false }],
      withdraw: [commitments.withdrawProposal, { occurrence }],
    },
  }
  expect(await disagreements(thing)).toEqual([])
  // The same promise owed by the host.
  await setTo(thing, { party_id: system.workspaceId })
  const some = everybody.filter((actor) => "role" in actor && ["owner", "contributor", "seller"].includes(actor.role))
  expect(await disagreements({ ...thing, seenBy: some })).toEqual([])
})

test("agreements", async () => {
  const agreement = of("agreement")
  const term = { title: "Changed", startsOn: "2025-01-01", endsOn: "2027-01-01", autoRenews: false }
  const thing: Thing = {
    table: "agreement",
    id: agreement,
    states: byState(agreementStates),
    seenBy: everybody,
    read: (actor) => view(getAgreement, actor, { agreement }),
    acts: {
      edit: [editAgreement, { agreement, ...term }],
      terminate: [terminateAgreement, { agreement, endsOn: "2026-12-31", reason }],
    },
  }
  expect(await disagreements(thing)).toEqual([])
})

test("deals, and the states each can be brought to", async () => {
  const deal = of("deal")
  const thing: Thing = {
    table: "deal",
    id: deal,
    states: byState(dealStates),
    seenBy: everybody,
    read: (actor) => itemOf(view(deals.listDeals, actor, { partnership: of("partnership") }), deal),
    acts: { retract: [deals.retractDeal, { deal, reason }] },
  }
  expect(await disagreements(thing)).toEqual([])
  const wrong: string[] = []
  for (const before of dealStates) {
    await setTo(thing, { state: before })
    for (const actor of everybody) {
      const { abilities, version = 0 } = (await thing.read(actor)) ?? { abilities: {} }
      const answers = await Promise.all(
        dealStates
          .filter((state) => state !== before)
          .map(async (state) => [state, await tried(deals.moveDeal, actor, { deal, state }, version)] as const),
      )
      const possible = answers.filter(([, answer]) => answer === true).map(([state]) => state)
      const agrees =
        possible.length > 0
          ? abilities["move"] === true &&
            `${[...possible].sort()}` === `${[...(abilities["moves"] as string[])].sort()}`
          : answers.some(([, answer]) => answer === abilities["move"])
      if (!agrees) wrong.push(`${before}: ${JSON.stringify(abilities)}, the act ${JSON.stringify(answers)}`)
    }
  }
  expect(wrong).toEqual([])
})

test("drift cases", async () => {
  const about = { case: of("case") }
  const thing: Thing = {
    table: "drift_case",
    id: of("case"),
    states: byState(["open", "recovered", "accepted", "dismissed", "ended"]),
    seenBy: members,
    read: (actor) => itemOf(view(drift.listDriftCases, actor, {}), of("case")),
    acts: {
      confirm: [drift.confirmCause, { ...about, cause: "economics" }],
      accept: [drift.acceptChange, { ...about, reason }],
      dismiss: [drift.dismissCase, { ...about, reason }],
      end: [drift.endCase, { ...about, reason }],
    },
  }
  expect(await disagreements(thing)).toEqual([])
})

test("partnerships", async () => {
  const partnership = of("partnership")
  for (const stage of stages) {
    const about = { table: "partnership", id: partnership, states: { [stage]: { stage } } }
    const to = stageMoves[stage][0] ?? "active"
    const details = { name: "Renamed", type: "reseller", currency: "EUR" }
    const ofHost: Thing = {
      ...about,
      seenBy: members,
      read: (actor) => view(getPartnership, actor, { partnership }),
      acts: {
        edit: [partnerships.editPartnership, { partnership, ...details }],
        move: [partnerships.movePartnership, { partnership, to, reason }],
        note: [partnerships.writeNote, { partnership, body: "seen", isPrivate: false }],
      },
    }
    const ofPartner: Thing = {
      ...about,
      seenBy: partners,
      read: (actor) => itemOf(view(listOwnPartnerships, actor, {}), partnership),
      acts: { note: [partnerships.writeNote, { partnership, body: "seen", isPrivate: true }] },
    }
    expect([...(await disagreements(ofHost)), ...(await disagreements(ofPartner))]).toEqual([])
  }
})

test("activities and measurements", async () => {
  const partnership = of("partnership")
  const shared = { states: retractions, seenBy: everybody }
  const activity: Thing = {
    ...{ ...shared, table: "activity", id: of("activity") },
    read: (actor) => itemOf(view(listActivities, actor, { partnership, withRetracted: true }), of("activity")),
    acts: { retract: [retractActivity, { activity: of("activity"), reason }] },
  }
  const measurement: Thing = {
    ...{ ...shared, table: "measurement", id: of("measurement") },
    read: (actor) => itemOf(view(listMeasurements, actor, { partnership, withReplaced: true }), of("measurement")),
    acts: { retract: [retractMeasurement, { measurement: of("measurement"), reason }] },
  }
  expect([...(await disagreements(activity)), ...(await disagreements(measurement))]).toEqual([])
  await setTo(activity, { recorded_by: organizationId })
  expect(await disagreements(activity)).toEqual([])
})

test("invitations", async () => {
  const at = { accepted_at: null, revoked_at: null, expires_at: "2099-01-01" }
  const thing: Thing = {
    table: "invitation",
    id: of("invitation"),
    states: {
      open: at,
      accepted: { ...at, accepted_at: "2026-01-01" },
      revoked: { ...at, revoked_at: "2026-01-01" },
      expired: { ...at, expires_at: "2026-01-01" },
      "open for an owner": { ...at, role: "owner" },
    },
    seenBy: members,
    read: (actor) => itemOf(view(people.listInvitations, actor, {}), of("invitation")),
    acts: { revoke: [people.revokeInvitation, { invitation: of("invitation") }] },
  }
  expect(await disagreements(thing)).toEqual([])
})

test("members, the last owner among them", async () => {
  const wrong: string[] = []
  for (const { id } of found.rows)
    wrong.push(
      ...(await disagreements({
        table: "member",
        id,
        states: { active: { deactivated_at: null } },
        seenBy: members,
        read: (actor) => itemOf(view(people.listMembers, actor, {}), id),
        acts: { change: [people.deactivateMember, { member: id }] },
      })),
    )
  expect(wrong).toEqual([])
})

test("imports", async () => {
  const about = { import: of("import") }
  const states = ["uploaded", "checking", "checked", "importing", "imported", "failed", "undoing", "undone"]
  const makers = {
    "by nobody": null,
    "by the manager": found.rows.find(({ role }) => role === "partner_manager")?.userId,
  }
  for (const [who, maker] of Object.entries(makers)) {
    const thing: Thing = {
      table: "import_run",
      id: of("import"),
      states: Object.fromEntries(states.map((state) => [`${state} ${who}`, { state, created_by: maker }])),
      seenBy: members,
      read: async (actor) =>
        ["owner", "admin", "partner_manager"].includes("role" in actor ? actor.role : "")
          ? view(getImport, actor, about)
          : undefined,
      acts: { undo: [undoImport, about] },
    }
    expect(await disagreements(thing)).toEqual([])
  }
})
