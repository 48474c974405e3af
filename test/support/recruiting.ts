import * as contract from "#contract/recruitment"
import type { Id } from "#core/ids"
import { type Dimension, dimensions, type Level, levels } from "#rules/recruitment"
import { movableClock } from "#test/clock"
import { type Caller, startTestKeelson } from "#test/keelson"
import { memberWith } from "#test/promises"

/** A workspace of its own with colleagues who assess, and the criteria of scenario 27. */
export const openScene = async (environment: Record<string, string> = {}) => {
  const clock = movableClock("2027-03-01T09:00:00.000Z")
  const keelson = await startTestKeelson({ clock, environment })
  const workspace = await keelson.workspace("Nordlicht")
  const manager = await workspace.as("partner_manager")
  const [ada, ben, eve] = [await workspace.as("admin"), await workspace.as("contributor"), await workspace.as("viewer")]
  const idOf = async (role: "admin" | "contributor" | "viewer") => (await memberWith(keelson, workspace, role)).id
  const [adaId, benId, eveId] = [await idOf("admin"), await idOf("contributor"), await idOf("viewer")]

  /* Scenario 27: a criterion for each dimension. */
  const weights: Readonly<Record<Dimension, number>> = {
    ...{ strategic: 30, commercial_capability: 25, market_coverage: 20, operational: 15, cultural: 10 },
  }
  const criteria = dimensions.map((dimension) => ({
    ...{ key: dimension, dimension, weight: weights[dimension], question: `How far: ${dimension}?` },
    ...{ anchors: levels.map((level) => `${level} of ${dimension}`), isKnockOut: dimension === "operational" },
  }))
  const answers = (...given: Level[]) =>
    given.map((level, place) => ({ criterion: dimensions[place] ?? "", level, note: "found out by asking" }))
  const answersOfA = answers(75, 50, 100, 75, 50)
  const answersOfB = answers(50, 75, 75, 0, 75)

  const profileOf = async (name: string): Promise<contract.Profile> => {
    const made = (await manager.call(contract.makeProfile, { name, partnershipType: "reseller", criteria })).body
    return (await manager.call(contract.publishProfile, { profile: made.id }, { ifMatch: made.version })).body
  }
  const profile = await profileOf("Reseller, DACH")

  const add = async (name: string, more = {}) =>
    (
      await manager.call(contract.addCandidate, {
        ...{ profileId: profile.id, sourceKind: "referral" as const, source: "Kim Lee" },
        newOrganization: { name, domains: [`${name.toLowerCase()}.example`] },
        ...more,
      })
    ).body
  const whole = async (candidate: Id, caller: Caller = manager) =>
    (await caller.call(contract.getCandidate, { candidate })).body
  const panel = async (candidate: Id, caller: Caller = manager) =>
    (await caller.call(contract.getPanel, { candidate })).body
  const ask = (candidate: Id, assessorIds: Id[], more = {}) =>
    manager.call(contract.askAssessors, { candidate, assessorIds, ...more })
  const send = async (caller: Caller, candidate: Id, given: ReturnType<typeof answers>) => {
    const { own } = await panel(candidate, caller)
    return caller.call(
      contract.sendAnswers,
      { assessment: own?.id ?? "", answers: given },
      { ifMatch: own?.version ?? 0 },
    )
  }
  const decide = async (candidate: Id, more: object, caller: Caller = manager) =>
    caller.call(
      contract.decideCandidate,
      { candidate, outcome: "approved", why: "They reach whom we do not", ...more },
      { ifMatch: (await whole(candidate)).version },
    )
  return {
    ...{ keelson, clock, workspace, manager, ada, ben, eve, adaId, benId, eveId },
    ...{ criteria, answers, answersOfA, answersOfB, profileOf, profile, add, whole, panel, ask, send, decide },
  }
}
