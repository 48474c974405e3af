import { expect, test } from "vitest"
import {
  administrators,
  canBeAnswered,
  decideAnswer,
  decideDeputy,
  decideRule,
  openSeatsOf,
  type Seat,
  type Step,
  seatsOf,
  standingOf,
} from "./rules.ts"

const step = (more: Partial<Step> = {}): Step => ({ name: "Finance", role: "finance", needs: "one", ...more })
const person = (userId: string, role: string) => ({ userId, name: userId, role })
const people = [
  person("olga", "owner"),
  person("adam", "admin"),
  person("fay", "finance"),
  person("finn", "finance"),
  person("mia", "partner_manager"),
]
const scene = (more = {}) => ({ people, deputies: [], today: "2027-03-10", askedBy: "mia", ...more })
const away = (personId: string, deputyId: string, fromOn = "2027-03-01", toOn = "2027-03-20") => ({
  ...{ personId, deputyId, fromOn, toOn },
})

test("everybody of a role has a seat, and whoever asked has none", () => {
  expect(seatsOf(step(), scene())).toEqual([
    { holder: "fay", answerers: ["fay"] },
    { holder: "finn", answerers: ["finn"] },
  ])
  expect(seatsOf(step(), scene({ askedBy: "fay" })).map(({ holder }) => holder)).toEqual(["finn"])
})

test("whoever is away is stood in for at once, through a deputy's deputy, on those days and no others", () => {
  const fay = (deputies: readonly ReturnType<typeof away>[], more = {}) =>
    seatsOf(step({ role: undefined, userIds: ["fay"] }), scene({ deputies, ...more }))[0]?.answerers
  expect(fay([away("fay", "finn")])).toEqual(["fay", "finn"])
  expect(fay([away("fay", "finn", "2027-03-10", "2027-03-10")])).toEqual(["fay", "finn"])
  expect(fay([away("fay", "finn", "2027-03-11")])).toEqual(["fay"])
  expect(fay([away("fay", "finn", "2027-02-01", "2027-03-09")])).toEqual(["fay"])
  expect(fay([away("fay", "finn"), away("finn", "adam")])).toEqual(["fay", "adam"])
})

test("whoever decided before has no seat, in no role and in nobody's place", () => {
  expect(seatsOf(step(), scene({ barred: ["fay"] })).map(({ holder }) => holder)).toEqual(["finn"])
  const inFor = scene({ barred: ["fay"], deputies: [away("finn", "fay")] })
  expect(seatsOf(step(), inFor)).toEqual([{ holder: "finn", answerers: ["finn", "olga", "adam"] }])
  const lone = seatsOf({ userIds: [] }, scene({ barred: ["olga"] }))
  expect(lone).toEqual([{ holder: administrators, answerers: ["adam"] }])
  expect(canBeAnswered(seatsOf(step(), scene({ barred: people.map(({ userId }) => userId) })))).toBe(false)
})

test("it never gets stuck: left, away without a deputy who is there, or only the asker: the administrators have it", () => {
  const gone = people.filter(({ role }) => role !== "finance")
  const all: Seat = { holder: administrators, answerers: ["olga", "adam"] }
  expect(seatsOf(step(), scene({ people: gone }))).toEqual([all])
  const lone = [...gone, person("fay", "finance")]
  expect(seatsOf(step(), scene({ people: lone, askedBy: "fay" }))).toEqual([all])
  const deputies = [away("fay", "who has left")]
  expect(seatsOf(step(), scene({ people: lone, deputies }))[0]?.answerers).toEqual(["fay", "olga", "adam"])
  // Who asked stands in for nobody.
  expect(
    seatsOf(step(), scene({ people: [...lone, person("mia", "viewer")], deputies: [away("fay", "mia")] }))[0]
      ?.answerers,
  ).toEqual([...["fay", "olga", "adam"]])
  // Two who stand in for each other do not go round for ever.
  expect(
    seatsOf(step(), scene({ deputies: [away("fay", "finn"), away("finn", "fay")] })).every(
      (seat) => seat.answerers.length > 1,
    ),
  ).toBe(true)
  expect(canBeAnswered(seatsOf(step(), scene({ people: [person("mia", "owner")] })))).toBe(false)
})

const yes = (userId: string, standsFor = [userId]) => ({ step: 0, userId, standsFor, decision: "approve" as const })

test("one of them, or all of them; one no is enough, and nobody waits for who has left", () => {
  const seats = seatsOf(step(), scene())
  expect(standingOf({ needs: "one" }, seats, [])).toBe("waiting")
  expect(standingOf({ needs: "one" }, seats, [yes("fay")])).toBe("approved")
  expect(standingOf({ needs: "all" }, seats, [yes("fay")])).toBe("waiting")
  expect(standingOf({ needs: "all" }, seats, [yes("fay"), yes("finn")])).toBe("approved")
  expect(standingOf({ needs: "all" }, seats, [yes("fay"), { ...yes("finn"), decision: "reject" }])).toBe("rejected")
  expect(standingOf({ needs: "all" }, seats.slice(0, 1), [yes("fay")])).toBe("approved")
  expect(standingOf({ needs: "all" }, [], [])).toBe("waiting")
})

test("a deputy of two speaks for both at once, and for nobody twice", () => {
  const seats = seatsOf(step(), scene({ deputies: [away("fay", "adam"), away("finn", "adam")] }))
  expect(openSeatsOf("adam", seats, []).map(({ holder }) => holder)).toEqual(["fay", "finn"])
  expect(openSeatsOf("adam", seats, [yes("fay")]).map(({ holder }) => holder)).toEqual(["finn"])
  expect(openSeatsOf("mia", seats, [])).toEqual([])
  expect(standingOf({ needs: "all" }, seats, [yes("adam", ["fay", "finn"])])).toBe("approved")
})

test("an answer is to what was seen: once, and not to what has changed since", () => {
  const asked = { state: "waiting", hash: "v3" } as const
  const given = { decision: "approve", reason: undefined, seen: "v3", now: "v3" } as const
  expect(decideAnswer(asked, given)).toBe(true)
  expect(decideAnswer({ ...asked, state: "approved" }, given)).toMatchObject({ refusal: "already-decided" })
  expect(decideAnswer(asked, { ...given, seen: "v2" })).toMatchObject({ refusal: "subject-changed" })
  expect(decideAnswer(asked, { ...given, now: "v4" })).toMatchObject({ refusal: "subject-changed" })
  expect(decideAnswer(asked, { ...given, decision: "reject" })).toMatchObject({ refusal: "reason-to-reject" })
  expect(decideAnswer(asked, { ...given, decision: "reject", reason: "too early" })).toBe(true)
})

const variables = { value: { kind: "money", currency: "EUR" }, daysGiven: { kind: "number" } } as const

test("a condition is refused with its step and the place, for a name, a type and a currency that do not fit", () => {
  const refusedFor = (condition: string) => decideRule([step(), step({ condition })], people, variables)
  expect(refusedFor("value > EUR(100000) && daysGiven < 30")).toBe(true)
  expect(refusedFor("amount > EUR(1)")).toMatchObject({
    refusal: "expression-refused",
    detail: { field: "steps.1.condition", complaint: { reason: "unknown-name", found: "amount" } },
  })
  expect(refusedFor("value > 100000")).toMatchObject({ detail: { complaint: { reason: "wrong-type" } } })
  expect(refusedFor("value > USD(100000)")).toMatchObject({ refusal: "expression-refused" })
  expect(refusedFor("daysGiven")).toMatchObject({ detail: { complaint: { reason: "wrong-result" } } })
  expect(refusedFor(Array.from({ length: 110 }, () => "daysGiven>1").join("||"))).toMatchObject({
    detail: { complaint: { reason: "too-large" } },
  })
})

test("by a post: whoever looks after the partnership, or our sponsor; nobody there, and the administrators have it", () => {
  const posts = { owner: ["finn"], sponsor: ["fay", "who has left"] }
  const holders = (post: "owner" | "sponsor", more = {}) =>
    seatsOf(step({ role: undefined, post }), scene({ posts, ...more })).map(({ holder }) => holder)
  expect(holders("owner")).toEqual(["finn"])
  expect(holders("sponsor")).toEqual(["fay"])
  expect(holders("owner", { askedBy: "finn" })).toEqual([administrators])
  expect(holders("sponsor", { posts: undefined })).toEqual([administrators])
})

test("a rule names people who are there, a role or a post", () => {
  expect(decideRule([step({ role: undefined, post: "owner" })], people, variables)).toBe(true)
  expect(decideRule([step({ post: "owner" })], people, variables)).toMatchObject({ refusal: "approvers-needed" })
  expect(decideRule([step(), step({ role: undefined, userIds: ["fay"] })], people, variables)).toBe(true)
  expect(decideRule([step({ role: undefined })], people, variables)).toMatchObject({ refusal: "approvers-needed" })
  expect(decideRule([step({ userIds: ["fay"] })], people, variables)).toMatchObject({ refusal: "approvers-needed" })
  expect(decideRule([step({ role: undefined, userIds: ["gone"] })], people, variables)).toMatchObject({
    refusal: "unknown-approver",
  })
})

test("a deputy is somebody else, on days to come, one at a time", () => {
  const known = [away("fay", "finn", "2027-03-10", "2027-03-12")]
  const named = (fromOn: string, toOn: string, deputyId = "finn") =>
    decideDeputy({ ...away("fay", deputyId), fromOn, toOn }, known, "2027-03-10")
  expect(named("2027-03-13", "2027-03-14")).toBe(true)
  expect(named("2027-03-12", "2027-03-14")).toMatchObject({ refusal: "deputy-overlaps" })
  expect(named("2027-03-05", "2027-03-10")).toMatchObject({ refusal: "deputy-overlaps" })
  expect(named("2027-03-14", "2027-03-13")).toMatchObject({ refusal: "deputy-days" })
  expect(named("2027-03-01", "2027-03-09")).toMatchObject({ refusal: "deputy-days" })
  expect(named("2027-03-13", "2027-03-14", "fay")).toMatchObject({ refusal: "deputy-of-oneself" })
})
