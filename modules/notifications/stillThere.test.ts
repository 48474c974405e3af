import { expect, test } from "vitest"
import type { News, Payload } from "#platform/news"
import type { WorkspaceTx } from "#platform/tx"
import { standing, stillThere } from "./stillThere.ts"

const asked: (readonly Payload[])[] = []
const kind = (name: string, of: Partial<News> = {}): News => ({
  ...{ kind: name, readers: ["host"], usual: { inApp: true, mail: "daily" }, on: [] },
  ...of,
})
const even = kind("even", {
  areStillThere: (_, payloads) => {
    asked.push(payloads)
    return Promise.resolve(payloads.map(({ n }) => Number(n) % 2 === 0))
  },
})
const always = kind("always")
const tx = {} as WorkspaceTx
const rows = [1, 2, 3, 4].flatMap((n) => ["even", "always"].map((of) => ({ kind: of, payload: { n } })))

test("each kind is asked once for all of a page, and its answers go to the right rows, in their order", async () => {
  const stays = await standing(tx, [even, always], rows)
  expect(asked).toEqual([[{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]])
  expect(stays.map(({ kind: of, payload: { n } }) => `${of} ${n}`)).toEqual([
    ...["always 1", "even 2", "always 2", "always 3", "even 4", "always 4"],
  ])
})

test("of a kind that asks nothing more, and of one that nobody brings, what was told stands; where the partnership is out of sight, nothing does", async () => {
  const seen = { kind: "always", payload: {}, partnershipId: "a", partnershipName: "Harbour" }
  const unseen = { ...seen, partnershipName: null }
  const ofNone = { ...seen, kind: "gone", partnershipId: null, partnershipName: null }
  expect(await stillThere(tx, [even, always], [seen, unseen, ofNone])).toEqual([seen, ofNone])
})
