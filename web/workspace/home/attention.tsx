import { type AttentionPanel, attentionPanel } from "#client/attention"
import { endingsNear, noticesNear } from "#contract/agreements"
import { promisesOurs, promisesTheirs } from "#contract/commitments"
import { registrationsWaiting } from "#contract/deals"
import { openDrift } from "#contract/drift"
import { Deadlines } from "./Deadlines.tsx"
import { Drifting } from "./Drifting.tsx"
import { Promises } from "./Promises.tsx"
import { Registrations } from "./Registrations.tsx"

/** What a partnership itself brings; whatever has an area of its own shows its list from there. */
export const panels: readonly AttentionPanel[] = [
  attentionPanel(promisesOurs, {
    column: "left",
    order: 10,
    Panel: (props) => <Promises whose="ours" {...props} />,
  }),
  attentionPanel(promisesTheirs, {
    column: "left",
    order: 20,
    Panel: (props) => <Promises whose="theirs" {...props} />,
  }),
  attentionPanel(registrationsWaiting, { column: "left", order: 5, Panel: Registrations }),
  attentionPanel(openDrift, { column: "right", order: 10, Panel: Drifting }),
  attentionPanel(noticesNear, {
    column: "right",
    order: 20,
    Panel: (props) => <Deadlines kind="notices" {...props} />,
  }),
  attentionPanel(endingsNear, {
    column: "right",
    order: 30,
    Panel: (props) => <Deadlines kind="endings" {...props} />,
  }),
]
