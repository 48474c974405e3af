import type { Side } from "#core/actor"
import type { Id } from "#core/ids"
import type { PlainDate } from "#core/time"
import type { PromiseKind } from "#rules/clocks"
import type { Cadence, CommitmentMeasure, EvidenceNeeded } from "#rules/commitments"
import type { ObjectiveCategory, Ramp, TargetReading } from "#rules/objectives"

type Line = {
  /** Of an amendment: the line of the agreement that it stands for. */
  id?: Id | undefined
  title: string
  clause?: string | undefined
  startsOn?: PlainDate | undefined
  endsOn?: PlainDate | undefined
  weight: number
  party?: Id | undefined
}
type ObjectiveOf = Line & {
  category: ObjectiveCategory
  metric: string
  target: number
  unit: string
  ramp: Ramp
  /** Of an agreed change: how its new target is meant. */
  reading?: TargetReading | undefined
  hostOwnerId?: Id | undefined
  partnerOwnerId?: Id | undefined
}
type CommitmentOf = Line & {
  owedBy: Side
  measure: CommitmentMeasure
  cadence: Cadence
  amount?: number | undefined
  unit?: string | undefined
  withinHours?: number | undefined
  /** The clocks that are its due instances. */
  answers?: PromiseKind | undefined
  windowDays: number
  evidenceNeeded: EvidenceNeeded
}

/** What an agreement holds, as a draft says it before it is in force. */
export type Content = {
  title: string
  startsOn: PlainDate
  endsOn?: PlainDate | undefined
  noticeDays?: number | undefined
  autoRenews: boolean
  value?: { amountMinor: number; currency: string } | undefined
  objectives: ObjectiveOf[]
  commitments: CommitmentOf[]
}
