import { expect, test } from "vitest"
import type { CommitmentView } from "#contract/commitments"
import { owingParties } from "./parties.ts"

const promised = (id: string, owedBy: "host" | "partner", partyId: string, partyName: string | null = null) =>
  ({ id, owedBy, partyId, partyName }) as CommitmentView

const shown = (...[commitments, reader]: [CommitmentView[], Parameters<typeof owingParties>[1]]) =>
  owingParties(commitments, reader, "Harbour").map(({ name, promises }) => [name, promises.map(({ id }) => id)])

const both = [promised("theirs", "partner", "harbour"), promised("ours", "host", "vendor")]
const asCompany = (partyId: string) => ({ side: "partner", partyId, hostName: "Vendor" }) as const

test("each reads its own promises first, and the other's by name", () => {
  expect(shown(both, { side: "host" })).toEqual([
    [undefined, ["ours"]],
    ["Harbour", ["theirs"]],
  ])
  expect(shown(both, asCompany("harbour"))).toEqual([
    [undefined, ["theirs"]],
    ["Vendor", ["ours"]],
  ])
})

test("a side that promised nothing is named all the same", () => {
  expect(shown([], { side: "host" })).toEqual([
    [undefined, []],
    ["Harbour", []],
  ])
  expect(shown([promised("theirs", "partner", "harbour")], asCompany("harbour"))).toEqual([
    [undefined, ["theirs"]],
    ["Vendor", []],
  ])
})

test("in a consortium the host stands across, and what another company owes is that company's", () => {
  const many = [
    promised("of-b", "partner", "b", "Basalt"),
    promised("of-a", "partner", "a", "Agate"),
    promised("of-c", "partner", "c", "Chalk"),
    promised("ours", "host", "vendor"),
  ]
  expect(shown(many, asCompany("b"))).toEqual([
    [undefined, ["of-b"]],
    ["Vendor", ["ours"]],
    ["Agate", ["of-a"]],
    ["Chalk", ["of-c"]],
  ])
  expect(shown(many, { side: "host" })).toEqual([
    [undefined, ["ours"]],
    ["Agate", ["of-a"]],
    ["Basalt", ["of-b"]],
    ["Chalk", ["of-c"]],
  ])
})
