import { expect, test } from "vitest"
import { company, editors, host, only, otherCompany, partners, verdictsOf } from "#test/actors"
import { mayMoveDeal, mayRecordDeal, mayRetractDeal } from "./policy.ts"
import { dealStates } from "./rules.ts"

const sellers = ["partner's partner_admin", "partner's seller"]
const own = { partyId: company, registeredBy: "partner" } as const
const passedOn = { partyId: host, registeredBy: "host" } as const
const others = { partyId: otherCompany, registeredBy: "partner" } as const

test("the host's editors and a partner's sellers register deals", () => {
  expect(verdictsOf(mayRecordDeal)).toEqual(only([...editors, ...sellers]))
})

test.each(dealStates)("who brings a deal to %s", (state) => {
  const isForPartners = ["submitted", "withdrawn", "won", "lost"].includes(state)
  for (const deal of [own, passedOn])
    expect(verdictsOf((actor) => mayMoveDeal(actor, deal, { state }))).toEqual(
      only(isForPartners ? [...editors, ...sellers] : editors),
    )
})

test("another company's deal is nobody's but its own and the host's", () => {
  const { may, "not-your-deal": foreign } = verdictsOf((actor) => mayMoveDeal(actor, others, { state: "withdrawn" }))
  expect({ may, foreign }).toEqual({ may: editors, foreign: partners })
})

test("the host's editors take back a deal that was recorded wrongly", () => {
  expect(verdictsOf(mayRetractDeal)).toEqual(only(editors))
})
