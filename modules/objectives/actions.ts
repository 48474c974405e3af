import { addDays, startOfDayIn } from "#core/time"
import { measuredOf } from "#modules/measurements"
import { companyNames, findPartnership } from "#modules/partnerships"
import { action, whoeverSeesIt } from "#platform/action"
import * as contract from "./contract.ts"
import { actualOn, attainmentOn, curveOf, expectedOn, isLevel, versionsOn } from "./rules.ts"
import * as store from "./store.ts"

const list = action(contract.listObjectives, {
  load: (tx, { partnership }) => findPartnership(tx, partnership),
  may: whoeverSeesIt,
  act: async ({ tx, today }, { id }, { asOf = today, knownOn }) => {
    const knownAt = knownOn === undefined ? undefined : startOfDayIn(tx.actor.timeZone, addDays(knownOn, 1))
    const objectives = versionsOn(await store.versionsOf(tx, id), { asOf, knownAt })
    const since = objectives.map(({ startsOn }) => startsOn).sort()[0]
    if (since === undefined) return { asOf, items: [] }
    const metrics = objectives.map(({ metric }) => metric)
    const [all, nameOf] = await Promise.all([measuredOf(tx, id, metrics, since, knownAt), companyNames(tx, [id])])
    const measured = Map.groupBy(all, ({ metric }) => metric)
    const items = objectives.map((objective) => {
      const own = (measured.get(objective.metric) ?? []).filter(
        ({ periodStart, partyId }) =>
          periodStart >= objective.startsOn && (objective.partyId === null || partyId === objective.partyId),
      )
      const { actual, expected, ratio } = attainmentOn(objective, own, asOf)
      const { validUntil: _, replacesId: __, endedAt: ___, ...rest } = objective
      const { createdAt: ____, retractedAt: _____, before: ______, externalId: _______, ...said } = rest
      return {
        ...said,
        partyName: nameOf(id, objective.partyId),
        actual: actual ?? null,
        expected,
        expectedInTheEnd: expectedOn(objective, objective.endsOn),
        attainment: ratio ?? null,
        method: isLevel(objective) ? ("latest" as const) : ("sum" as const),
        measuredPeriods: own.filter((each) => actualOn(objective, [each], asOf) !== undefined).length,
        curve: curveOf(objective, own, asOf),
      }
    })
    return { asOf, items }
  },
})

export const actions = [list]
