import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays } from "#core/time"
import { agreementText } from "#test/agreementTexts"
import { openDerive } from "#test/derived"
import { hasOpenTermsIn, isEndNearIn, isInForceIn, isNoticeNearIn } from "./facts.ts"
import {
  agreementStates,
  endingWindowDays,
  isEndNear,
  isInForce,
  isNoticeNear,
  noticeWindowDays,
  openTerms,
  recurringWindowDays,
} from "./rules.ts"

const today = "2026-11-23"
const derive = await openDerive()

const day = fc.option(
  fc
    .oneof(
      fc.constantFrom(
        -1,
        0,
        1,
        recurringWindowDays,
        recurringWindowDays + 1,
        noticeWindowDays,
        noticeWindowDays + 1,
        endingWindowDays,
        endingWindowDays + 1,
      ),
      fc.integer({ min: -100, max: 200 }),
    )
    .map((days) => addDays(today, days)),
  { nil: null },
)
const agreement = fc
  .record({ state: fc.constantFrom(...agreementStates), endsOn: day, noticeOn: day, off: fc.nat(9) })
  .map(
    // The last day of notice is the workday to act by, or lies some days after it.
    ({ off, noticeOn, ...more }) => ({
      ...more,
      noticeOn,
      lastNoticeOn: noticeOn === null || off > 4 ? null : addDays(noticeOn, off),
    }),
  )

test.each([
  ["is in force", isInForceIn, isInForce],
  ["has its notice day near", isNoticeNearIn, isNoticeNear],
  ["ends soon", isEndNearIn, isEndNear],
] as const)("SQL says of any agreement what the rule says: it %s", async (_, inSql, rule) => {
  await fc.assert(
    fc.asyncProperty(fc.array(agreement, { minLength: 40, maxLength: 120 }), async (given) => {
      const rows = given.map(({ state, endsOn, noticeOn, lastNoticeOn }) => ({
        ...{ state, ends_on: endsOn, notice_on: noticeOn, last_notice_on: lastNoticeOn },
      }))
      const answers = await derive("agreement", rows, (alias) => inSql(alias, today))
      // Of a day that is not known SQL says null, which takes no row.
      expect(answers.map((answer) => answer ?? false)).toEqual(given.map((each) => rule(each, today)))
    }),
    { numRuns: 25 },
  )
})

test("SQL says of any text what the rule says: whether its words name a term that nobody has set", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(agreementText, { minLength: 20, maxLength: 40 }), async (texts) => {
      const rows = texts.map((text) => ({ text }))
      const answers = await derive("agreement_version", rows, (alias) => hasOpenTermsIn(alias))
      expect(answers).toEqual(texts.map((text) => openTerms(text).length > 0))
    }),
    { numRuns: 10 },
  )
})
