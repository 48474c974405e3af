import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Tone } from "#ui/tokens"
import { Mark } from "./Mark.tsx"

/** States of one due instance of a promise. */
export type OccurrenceState = "upcoming" | "due" | "kept" | "kept_late" | "missed" | "waived" | "re_agreed" | "disputed"

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 1.8,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const
const ring = <circle {...line} cx="7" cy="7" r="5" strokeWidth={1.5} />

/** The shape and tone of each state, drawn in a 14 x 14 box. */
export const looks: Record<OccurrenceState, { tone: Tone; shape: ReactNode }> = {
  upcoming: { tone: "calm", shape: ring },
  due: {
    tone: "warn",
    shape: (
      <>
        {ring}
        <path {...line} d="M7 4.4V7l1.7 1.2" strokeWidth={1.5} />
      </>
    ),
  },
  kept: { tone: "good", shape: <path {...line} d="M2.5 7.5l3 3 6-7" /> },
  kept_late: { tone: "warn", shape: <path {...line} d="M2.5 6.5l2.6 2.6 5-6M3 12.4h8" strokeWidth={1.6} /> },
  missed: { tone: "bad", shape: <path {...line} d="M3.5 3.5l7 7M10.5 3.5l-7 7" /> },
  waived: { tone: "calm", shape: <path {...line} d="M3 7h8" /> },
  re_agreed: { tone: "accent", shape: <path {...line} d="M11.5 5A5 5 0 102 8M11.7 2v3.2H8.5" strokeWidth={1.5} /> },
  disputed: { tone: "warn", shape: <path {...line} d="M7 2.5v5.2M7 11.2h.01" strokeWidth={2.2} /> },
}

/** Where one promise stands: shape, word and colour. */
export const CommitmentStateMark = ({ state, isSmall = false }: { state: OccurrenceState; isSmall?: boolean }) => {
  const { t } = useTranslation("marks")
  return (
    <Mark tone={looks[state].tone} isPlain={isSmall} shape={looks[state].shape}>
      {t(`occurrence.${state}`)}
    </Mark>
  )
}
