import { expect, test } from "vitest"
import { type DriftForHost, getDrift, listDriftCases, openDrift } from "#contract/drift"
import { getHome } from "#contract/home"
import { listPartnerships } from "#contract/portfolio"
import { groupOf } from "#core/attention"
import type { Id } from "#core/ids"
import { demoAccount, demoPassword, makeDemo } from "#demo"
import { accessOf } from "#modules/workspaces"
import { modules } from "#modules-list"
import { accountByEmail } from "#platform/accounts"
import { systemOf } from "#platform/tenants"
import type { Clause } from "#rules/drift"
import { callerWith, signIn, startTestKeelson } from "#test/keelson"

/*
 * One finding, said in five places: the panel, the row of the portfolio, the day on Home, the case and the mail. Whoever reads
 * two of them must not read two stories, and nobody is accused before a clause of their own.
 */
const keelson = await startTestKeelson({ clock: { now: () => "2026-11-27T09:00:00.000Z" } })
await makeDemo(keelson.platform, () => {})
const cookie = await signIn(keelson.address, demoAccount.email, demoPassword(keelson.platform.config.secret))
const owner = callerWith(keelson.address, "demo", cookie)

const { items: rows } = (await owner.call(listPartnerships, { limit: 100 })).body
const cases = (await owner.call(listDriftCases, { state: "open", limit: 200 })).body.items
const home = (await owner.call(getHome, { whose: "all", most: 500 })).body
const onHome = groupOf(home.groups, openDrift)?.items ?? []
const panels = new Map<string, DriftForHost>()
for (const { id } of rows) panels.set(id, (await owner.call(getDrift, { partnership: id })).body)

const of = <K extends Clause["key"]>(clauses: readonly Clause[], ...keys: readonly K[]) =>
  clauses.find((one): one is Extract<Clause, { key: K }> => (keys as readonly string[]).includes(one.key))
const when = (clauses: readonly Clause[]) => of(clauses, "drifting-since", "short-since", "began", "changed-lately")
const firstCause = (clauses: readonly Clause[]) => of(clauses, "likely-causes", "possible-causes")?.causes[0]?.cause

/** What its owner is mailed of a case, as the module's own news makes it. */
const mailed = await (async () => {
  const news = modules.flatMap((module) => module.news).find(({ kind }) => kind === "drift_case_opened")
  const { platform } = keelson
  const place = await platform.transact({ kind: "anonymous" }, async (tx) => {
    const { id = "" } = (await accountByEmail(tx, demoAccount.email)) ?? {}
    return (await accessOf(tx, id)).find(({ slug }) => slug === "demo")
  })
  if (!place) throw new Error("the demo has no workspace")
  return platform.transact(systemOf({ id: place.workspaceId, timeZone: place.timeZone }, "news"), async (tx) => {
    const told = new Map<string, Record<string, unknown>>()
    for (const { id, partnershipId } of cases) {
      const [notice] = (await news?.noticesOf?.(tx, { subjectId: id as Id, recordedAt: tx.now })) ?? []
      told.set(partnershipId, { ...notice?.payload })
    }
    return told
  })
})()

/** The sides of a clause that something moved in. */
const sideOf = (clause: Clause | undefined) =>
  clause?.key === "act" ? clause.event.side : clause?.key === "signal" ? clause.side : undefined

const stateOf = ({ scored, clauses }: DriftForHost): string => {
  if (!scored) return "not_scored"
  if (of(clauses, "silent-since")) return "silent"
  return when(clauses) ? "drifting" : "steady"
}

test("each state that a partnership can be in has its story", () => {
  const all = [...panels.values()].flatMap(({ clauses }) => clauses)
  const firsts = all.flatMap((one) => (one.key === "first-side" ? [one.side] : []))
  // "Both" is chance's: it comes and goes with the day on which the demo is made.
  expect(new Set(firsts.filter((side) => side !== "both"))).toEqual(new Set(["host", "partner", "undetermined"]))
  const keys = new Set<string>(all.map(({ key }) => key))
  const told = ["steady", "market-fell", "recovered", "short-since", "silent-since", "not-scored", "changed-lately"]
  expect(told.filter((key) => !keys.has(key))).toEqual([])
  expect(all.some((one) => one.key === "signal" && one.how === "never-came")).toBe(true)
})

test.each(rows.map((row) => [row.name, row] as const))("%s is told alike wherever it is told", (_name, row) => {
  const panel = panels.get(row.id)
  if (!panel) throw new Error("no panel")
  const { clauses } = panel
  const began = when(clauses)
  const first = of(clauses, "first-side")
  const onsetOn = began && "date" in began ? began.date : null
  const changedSince = began?.key === "changed-lately" ? began.since : null

  expect(row.drift).toMatchObject({
    state: stateOf(panel),
    onsetOn,
    changedSince,
    silentSince: of(clauses, "silent-since")?.date ?? null,
  })
  expect(row.onsetBand).toEqual(began && "low" in began ? { low: began.low, high: began.high } : null)
  if (first) expect(row.drift.firstSide).toBe(first.side)

  const openCase = cases.find(({ partnershipId }) => partnershipId === row.id)
  const item = onHome.find(({ partnershipId }) => partnershipId === row.id)
  const mail = mailed.get(row.id)
  expect([openCase !== undefined, item !== undefined, mail !== undefined]).toEqual(Array(3).fill(began !== undefined))
  if (!(began && openCase && item && mail)) return

  expect(openCase).toMatchObject({ cause: firstCause(clauses), changedSince, onset: onsetOn && { date: onsetOn } })
  if (first) expect(openCase.firstSide).toBe(first.side)
  const { leadWeeks: _, ...since } = { leadWeeks: null, ...began }
  expect(when(item.clauses)).toMatchObject(since)
  expect(of(item.clauses, "first-side")).toEqual(first)
  expect(firstCause(item.clauses)).toBe(firstCause(clauses))
  expect(mail.cause).toBe(firstCause(clauses))
  expect(mail.silentSince ?? mail.since ?? mail.onsetOn).toBe(
    of(clauses, "silent-since")?.date ?? changedSince ?? onsetOn,
  )
  if (first && mail.firstSide !== undefined) expect(mail.firstSide).toBe(first.side)
})

test("who is said to have let go first is so by a signal or an act of their own", () => {
  const accused = [...panels.values()].flatMap(({ clauses }) => {
    const first = of(clauses, "first-side")
    const [one, other] = clauses.slice(first ? clauses.indexOf(first) + 1 : clauses.length)
    return first ? [{ side: first.side, sides: [sideOf(one), sideOf(other)] }] : []
  })
  expect(accused.length).toBeGreaterThan(8)
  for (const { side, sides } of accused) {
    if (side === "host" || side === "partner") expect(sides[0]).toBe(side)
    if (side === "both") expect(sides[0] === "both" || new Set(sides).size === 2).toBe(true)
  }
})

test("on the day of whoever signs in some things are put off, of both sides, and come back by themselves", () => {
  const lists = home.snoozes.map(({ list }) => list)
  expect(lists.toSorted()).toEqual(["promises_ours", "promises_theirs"])
  const put = home.snoozed.flatMap(({ items }) => items.map(({ id }) => id))
  for (const { id } of home.snoozes) expect(put).toContain(id)
})
