import { abilityOf } from "#core/ability"
import { refuse } from "#core/refusal"
import { heldFiles } from "#modules/files"
import { objectiveVersions } from "#modules/objectives"
import { findPartnership, partiesNow } from "#modules/partnerships"
import { findWorkspace } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import type { WorkspaceTx } from "#platform/tx"
import { chainedWith, curveOf, isLevel, isSameGoal } from "#rules/objectives"
import type { Parties } from "#rules/partnerships"
import type { DraftSummary, DraftView, OpenDraft } from "../contract.ts"
import { todayOf } from "../noticeReckoner.ts"
import { mayEditAgreements } from "../policy.ts"
import type { Content } from "../rules.ts"
import {
  changesBetween,
  decideDraftEdit,
  decideMove,
  decideReviewed,
  findingsOf,
  goneWithClause,
  isReadingLeftOpen,
  isSame,
  isUpToDate,
  nextDays,
  noticeDaysOf,
} from "../rules.ts"
import * as store from "../store.ts"
import { following, headOf } from "./content.ts"
import { asLying, clauseNames, textLying } from "./versions.ts"

const daysShown = 3

const partnershipOf = async (tx: WorkspaceTx, row: store.DraftRow) => {
  const partnership = await findPartnership(tx, row.partnershipId)
  if (!partnership) throw new Error("a draft belongs to a partnership that is there")
  return partnership
}

/** The partnership of a draft, and the companies that take part in it. */
export const surroundings = async (tx: WorkspaceTx, row: store.DraftRow) => {
  const partnership = await partnershipOf(tx, row)
  return { partnership, parties: await partiesIn(tx, row, partnership) }
}

/** The companies that take part, and those that the agreement named before one of them left. */
export const partiesOf = async (tx: WorkspaceTx, row: store.DraftRow): Promise<Parties> =>
  (await surroundings(tx, row)).parties

const partiesIn = async (
  tx: WorkspaceTx,
  row: store.DraftRow,
  partnership: Awaited<ReturnType<typeof partnershipOf>>,
): Promise<Parties> => {
  const { host, companies } = await partiesNow(tx, partnership)
  const named =
    row.base === null ? [] : row.base.commitments.flatMap(({ party }) => (party === undefined ? [] : [party]))
  return { host, companies: [...new Set([...companies, ...named])] }
}

/** Among others: what it is, and what it changes. */
export const summaries = async (tx: WorkspaceTx, rows: readonly store.DraftRow[]): Promise<DraftSummary[]> =>
  summariesOf(tx, await asLying(tx, rows))

const summariesOf = async (tx: WorkspaceTx, rows: readonly store.DraftRow[]): Promise<DraftSummary[]> => {
  const [titles, fileOf] = await Promise.all([
    store.titlesOf(tx, [...new Set(rows.flatMap(({ agreementId: id }) => (id === null ? [] : [id])))]),
    heldFiles(
      tx,
      rows.flatMap(({ signedFileId }) => (signedFileId === null ? [] : [signedFileId])),
    ),
  ])
  return rows.map((row) => {
    const { content, base, privateTo, signedFileId, createdAt: _, baseVersionId: __, ...said } = row
    return {
      ...said,
      title: content.title,
      agreementTitle: row.agreementId === null ? null : (titles.get(row.agreementId) ?? null),
      signedFile: fileOf(signedFileId) ?? null,
      isPrivate: privateTo !== null,
      changes: base === null ? null : shown(base, content),
    }
  })
}

/** Among those of all partnerships: who wrote it, and what its own words leave open. */
export const openOnes = async (tx: WorkspaceTx, rows: readonly store.DraftRow[]): Promise<OpenDraft[]> => {
  const all = await summaries(tx, rows)
  const wrote = await store.whoWrote(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row, index) => {
    const [summary, written] = [all[index], wrote.get(row.id)]
    if (!summary || !written) return []
    const { partnershipName, writtenAt, writtenBy } = written
    return [{ ...summary, partnershipName, writtenAt, writtenBy, missing: missingIn(tx, row) }]
  })
}

/** The calendar and who takes part are asked of one draft only, by its review. */
const missingIn = ({ today, actor }: WorkspaceTx, row: store.DraftRow): OpenDraft["missing"] => {
  if (row.state === "agreed") return []
  const { base, content, kind } = row
  const named = new Set([...content.objectives, ...content.commitments].flatMap(({ party }) => party ?? []))
  const left = new Set(unchanged(row))
  const openReadings = readingsOpenIn(kind, base, content)
  return findingsOf(content, {
    ...{ today, isWorkday: () => true, others: [] },
    parties: { host: actor.workspaceId, companies: named.size > 0 ? [...named] : [row.partnershipId] },
    amends: base === null ? undefined : { openReadings, isBehind: false, beside: [] },
    isLeft: (line) => "id" in line && left.has(line.id as string),
  })
    .filter(({ blocks }) => blocks)
    .map(({ code, title }) => ({ code, title }))
}

const readingsOpenIn = (kind: store.DraftRow["kind"], base: Content | null, { objectives }: Content) =>
  objectives.flatMap((goal, index) => (isReadingLeftOpen(kind, base, goal) ? [index] : []))

type Line = Readonly<{ title: string; owedBy?: "host" | "partner" }>
const nameOf = ({ title, owedBy }: Line) => ({ title, owedBy: owedBy ?? null })

const shown = (base: Content, content: Content): NonNullable<DraftSummary["changes"]> => {
  const { term, objectives, commitments } = changesBetween(base, content)
  const lines = ({ added, removed, changed }: typeof objectives | typeof commitments) => ({
    added: added.map(nameOf),
    removed: removed.map(nameOf),
    changed: changed.map(({ before, fields }) => ({ ...nameOf(before), fields: [...fields] })),
  })
  return { term, objectives: lines(objectives), commitments: lines(commitments) }
}

/** The lines that an amendment leaves as they are. */
const unchanged = ({ base, content }: store.DraftRow): readonly (string | undefined)[] => {
  if (base === null) return []
  const { objectives, commitments } = changesBetween(base, content)
  const changed = new Set([...objectives.changed, ...commitments.changed].map(({ before }) => before.id))
  return [...base.objectives, ...base.commitments].map(({ id }) => id).filter((id) => !changed.has(id))
}

/** All that a reviewer looks at. */
export const draftView = async (tx: WorkspaceTx, written: store.DraftRow): Promise<DraftView> => {
  const [row = written] = await asLying(tx, [written])
  const [summary] = await summariesOf(tx, [row])
  if (!summary) throw new Error("one row has one summary")
  const text = await textLying(tx, row)
  const content = { ...row.content, commitments: row.content.commitments.map(following(row.base, row.content)) }
  const left = new Set(unchanged(row))
  const isWorkday = workdaysOf((await findWorkspace(tx))?.country)
  const partnership = await partnershipOf(tx, row)
  const [parties, others] = await Promise.all([
    partiesIn(tx, row, partnership),
    store.othersInForce(tx, row.partnershipId, row.agreementId ?? row.id),
  ])
  const versions = row.agreementId === null ? [] : await objectiveVersions(tx, row.agreementId)
  const amends = await amendmentOf(tx, row)
  const isOpen = row.state === "draft" || row.state === "in_review"
  const may = mayEditAgreements(tx.actor)
  return {
    ...summary,
    partnershipName: partnership.name,
    hasText: text !== null,
    clauses: text === null ? [] : clauseNames(text),
    content: row.content,
    nextDays: content.commitments.map(({ startsOn = content.startsOn, endsOn = content.endsOn, ...line }) =>
      line.answers === undefined
        ? [...nextDays({ ...line, startsOn, endsOn }, { today: tx.today, isWorkday, most: daysShown })]
        : [],
    ),
    curves: content.objectives.map((goal) => curve(row, goal, versions, tx.today)),
    targetsUntilNow: content.objectives.map((goal) => targetUntilNow(row, goal)),
    ...noticeDaysOf(content, todayOf(tx, content), isWorkday),
    findings: isOpen
      ? findingsOf(content, {
          today: tx.today,
          isWorkday,
          parties,
          others,
          amends,
          gone: goneWithClause(
            written.content,
            text?.clauses.map(({ key }) => key),
          ),
          isLeft: (line) => "id" in line && left.has(line.id as string),
        }).map((each) => ({ ...each }))
      : [],
    abilities: {
      edit: abilityOf(may, decideDraftEdit(row)),
      review: abilityOf(may, decideMove(row, "in_review")),
      takeBack: abilityOf(may, decideMove(row, "draft")),
      putInForce: abilityOf(may, decideReviewed(row)),
      withdraw: abilityOf(may, decideMove(row, "withdrawn")),
      rebase: abilityOf(may, amends?.isBehind === true ? decideDraftEdit(row) : refuse("up-to-date")),
    },
  }
}

/** What an amendment that is being written is told besides: that the agreement moved on, who else writes one, what is not said. */
const amendmentOf = async (tx: WorkspaceTx, row: store.DraftRow) => {
  const { base, content, kind, agreementId, state } = row
  if (base === null || agreementId === null || (state !== "draft" && state !== "in_review")) return undefined
  const agreement = await store.agreements.find(tx, agreementId)
  if (!agreement) return undefined
  const beside = (await store.openAmendmentsOf(tx, agreementId)).filter(({ id }) => id !== row.id)
  return {
    openReadings: readingsOpenIn(kind, base, content),
    isBehind:
      !isUpToDate(base, await headOf(tx, agreement, row.id), tx.today) ||
      ((await store.headVersion(tx, agreementId))?.id ?? null) !== row.baseVersionId,
    beside: beside.map(({ id, content: { title } }) => ({ id, title })),
  }
}

const targetUntilNow = ({ kind, base }: store.DraftRow, goal: Content["objectives"][number]): number | null => {
  const before = base?.objectives.find(({ id }) => id !== undefined && id === goal.id)
  return kind !== "change" || before === undefined || isLevel(goal) ? null : before.target
}

type Versions = Awaited<ReturnType<typeof objectiveVersions>>

/** Its curve as it would be drawn: of one that a change makes, what counted before is its beginning. */
const curve = (row: store.DraftRow, goal: Content["objectives"][number], versions: Versions, today: string) => {
  const { content, kind, validFrom } = row
  const { startsOn = content.startsOn, endsOn = content.endsOn, metric, unit, target, ramp, reading } = goal
  if (endsOn === undefined || endsOn <= startsOn) return []
  const standing = versions.find(({ id }) => id === goal.id)
  const known = standing && chainedWith(versions)(standing)
  const asSaid = { id: "", metric, unit, target, startsOn, endsOn, ramp }
  const isChange = kind === "change" && known !== undefined && isSameGoal(known, { metric, unit, partyId: goal.party })
  const isChanged = isChange && !row.base?.objectives.some((line) => line.id === goal.id && isSame(line, goal))
  const version = isChanged
    ? { ...asSaid, validFrom, reading: reading ?? null, before: known }
    : { ...asSaid, validFrom: known?.validFrom ?? null, reading: known?.reading ?? null, before: known?.before }
  return curveOf(version, [], today).map(({ on, target: expected }) => ({ on, target: expected }))
}
