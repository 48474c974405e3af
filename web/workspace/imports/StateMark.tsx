import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { ImportForHost } from "#contract/imports"
import { Mark } from "#marks/Mark"
import type { Tone } from "#ui/tokens"

type State = ImportForHost["state"]

const line = { fill: "none", stroke: "currentColor", strokeWidth: 1.8, strokeLinecap: "round" } as const
const ring = <circle {...line} cx="7" cy="7" r="5" strokeWidth={1.5} />
const clock = (
  <>
    {ring}
    <path {...line} d="M7 4.4V7l1.7 1.2" strokeWidth={1.5} />
  </>
)
const tick = <path {...line} d="M2.5 7.5l3 3 6-7" />
const cross = <path {...line} d="M3.5 3.5l7 7M10.5 3.5l-7 7" />
const back = <path {...line} d="M5 3L2 6l3 3M2.5 6H9a3 3 0 010 6" strokeWidth={1.5} />

const looks: Record<State, { tone: Tone; shape: ReactNode }> = {
  uploaded: { tone: "warn", shape: ring },
  checking: { tone: "accent", shape: clock },
  checked: { tone: "warn", shape: ring },
  importing: { tone: "accent", shape: clock },
  imported: { tone: "good", shape: tick },
  failed: { tone: "bad", shape: cross },
  undoing: { tone: "accent", shape: clock },
  undone: { tone: "calm", shape: back },
}

/** Where an import stands: shape, word and colour. */
export const StateMark = ({ state }: { state: State }) => {
  const { t } = useTranslation("imports")
  return (
    <Mark tone={looks[state].tone} shape={looks[state].shape}>
      {t(`state.${state}`)}
    </Mark>
  )
}
