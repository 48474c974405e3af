import { type AttentionPanel, attentionPanel } from "#client/attention"
import { visitsNear } from "#contract/visits"
import { VisitList } from "./VisitList.tsx"

export const panels: readonly AttentionPanel[] = [
  attentionPanel(visitsNear, { column: "right", order: 15, Panel: VisitList }),
]
