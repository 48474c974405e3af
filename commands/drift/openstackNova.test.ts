import { expect, test } from "vitest"
import { weekFromNumber } from "#core/time"
import { type Assessment, assessPortfolio, type Subject } from "#rules/drift"
import { weeklyOpenstackNova } from "#test/openstack-nova"
import { readPortfolio } from "./read.ts"
import { asWritten } from "./rows.ts"

/** The last week in which a company did anything. */
const lastActive = ({ signals: [contributions] }: Subject): number => {
  if (contributions === undefined) throw new Error("a company without contributions")
  return contributions.firstWeek + contributions.values.findLastIndex((value) => value > 0)
}

test("companies that fell silent have drifted since before; those at work to the end are not called silent", {
  timeout: 30_000,
}, async () => {
  const { subjects, lastWeek } = await readPortfolio(weeklyOpenstackNova(), undefined, asWritten)
  const findings = [...assessPortfolio(subjects, weekFromNumber(lastWeek + 1))]
  subjects.forEach((subject, i) => {
    const finding = findings[i] as Assessment
    const last = lastActive(subject)
    if (lastWeek - last > 104) {
      const silentSince = weekFromNumber(last + 1)
      expect(finding, subject.partnership).toMatchObject({ drifting: true, silentSince })
      expect((finding.onset?.date as string) <= silentSince, subject.partnership).toBe(true)
      expect(finding.episodes.at(-1), subject.partnership).toMatchObject({ endedOn: null, outcome: "open" })
    }
    // Fell by 99 % in 2016, stirs now and then, and never came back: neither time nor a shrinking market makes that steady.
    if (subject.partnership === "fujitsu")
      expect(finding).toMatchObject({ drifting: true, onset: { date: expect.stringMatching(/^2016-/) } })
    if (lastWeek - last < 26) expect(finding.silentSince, subject.partnership).toBeNull()
  })
})
