import { abilityOf } from "#core/ability"
import { findPartnership, partiesNow } from "#modules/partnerships"
import { findWorkspace } from "#modules/workspaces"
import { workdaysOf } from "#platform/business-calendar"
import type { WorkspaceTx } from "#platform/tx"
import { curveOf } from "#rules/objectives"
import type { Parties } from "#rules/partnerships"
import type { DraftSummary, DraftView } from "../contract.ts"
import { mayEditAgreements } from "../policy.ts"
import type { Content } from "../rules.ts"
import {
  changesBetween,
  decideDraftEdit,
  decideMove,
  decideReviewed,
  findingsOf,
  nextDays,
  noticeOn,
} from "../rules.ts"
import * as store from "../store.ts"
import { following } from "./content.ts"

const daysShown = 3

const partnershipOf = async (tx: WorkspaceTx, row: store.DraftRow) => {
  const partnership = await findPartnership(tx, row.partnershipId)
  if (!partnership) throw new Error("a draft belongs to a partnership that is there")
  return partnership
}

/** The companies that take part, and those that the agreement named before one of them left. */
export const partiesOf = async (tx: WorkspaceTx, row: store.DraftRow): Promise<Parties> =>
  partiesIn(tx, row, await partnershipOf(tx, row))

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
export const summaries = async (tx: WorkspaceTx, rows: readonly store.DraftRow[]): Promise<DraftSummary[]> => {
  const titles = await store.titlesOf(tx, [
    ...new Set(rows.flatMap(({ agreementId: id }) => (id === null ? [] : [id]))),
  ])
  return rows.map((row) => {
    const { content, base, privateTo, createdAt: _, ...said } = row
    return {
      ...said,
      title: content.title,
      agreementTitle: row.agreementId === null ? null : (titles.get(row.agreementId) ?? null),
      isPrivate: privateTo !== null,
      changes: base === null ? null : shown(base, content),
    }
  })
}

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
export const draftView = async (tx: WorkspaceTx, row: store.DraftRow): Promise<DraftView> => {
  const [summary] = await summaries(tx, [row])
  if (!summary) throw new Error("one row has one summary")
  const content = { ...row.content, commitments: row.content.commitments.map(following(row.base, row.content)) }
  const left = new Set(unchanged(row))
  const isWorkday = workdaysOf((await findWorkspace(tx))?.country)
  const partnership = await partnershipOf(tx, row)
  const [parties, others] = await Promise.all([
    partiesIn(tx, row, partnership),
    store.othersInForce(tx, row.partnershipId, row.agreementId ?? row.id),
  ])
  const isOpen = row.state === "draft" || row.state === "in_review"
  const may = mayEditAgreements(tx.actor)
  return {
    ...summary,
    partnershipName: partnership.name,
    content: row.content,
    nextDays: content.commitments.map(({ cadence, startsOn = content.startsOn, endsOn = content.endsOn }) => [
      ...nextDays({ cadence, startsOn, endsOn }, { today: tx.today, isWorkday, most: daysShown }),
    ]),
    curves: content.objectives.map((goal) => curve(content, goal, tx.today)),
    noticeOn: noticeOn(content, isWorkday) ?? null,
    findings: isOpen
      ? findingsOf(content, {
          today: tx.today,
          isWorkday,
          parties,
          others,
          isLeft: (line) => "id" in line && left.has(line.id as string),
        }).map((each) => ({ ...each }))
      : [],
    abilities: {
      edit: abilityOf(may, decideDraftEdit(row)),
      review: abilityOf(may, decideMove(row, "in_review")),
      takeBack: abilityOf(may, decideMove(row, "draft")),
      putInForce: abilityOf(may, decideReviewed(row)),
      withdraw: abilityOf(may, decideMove(row, "withdrawn")),
    },
  }
}

const curve = (content: Content, goal: Content["objectives"][number], today: string) => {
  const { startsOn = content.startsOn, endsOn = content.endsOn, metric, unit, target, ramp } = goal
  if (endsOn === undefined || endsOn <= startsOn) return []
  const points = curveOf({ id: "", metric, unit, target, startsOn, endsOn, ramp }, [], today)
  return points.map(({ on, target: expected }) => ({ on, target: expected }))
}
