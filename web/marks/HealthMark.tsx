import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { Tone } from "#ui/tokens"
import { Mark } from "./Mark.tsx"

/** `not_scored` is too little data: never shown as good or bad. */
export type Health = "steady" | "drifting" | "recovering" | "silent" | "not_scored"

const tones: Record<Health, Tone> = {
  steady: "good",
  drifting: "bad",
  recovering: "accent",
  silent: "warn",
  not_scored: "calm",
}

const line = {
  fill: "none",
  stroke: "currentColor",
  strokeWidth: 2,
  strokeLinecap: "round",
  strokeLinejoin: "round",
} as const

const shapes: Record<Health, ReactNode> = {
  steady: <path {...line} d="M2 7h10" />,
  drifting: <path {...line} d="M2 3l8 8M10 5.5V11H4.5" />,
  recovering: <path {...line} d="M2 11l8-8M4.5 3H10v5.5" />,
  silent: <path {...line} d="M2 7h.01M7 7h.01M12 7h.01" strokeWidth={2.6} />,
  not_scored: <circle {...line} cx="7" cy="7" r="4.6" strokeWidth={1.5} strokeDasharray="2.2 2.6" />,
}

/** How a partnership is doing: shape, word and colour. `isSmall` leaves the background away, for tables. */
export const HealthMark = ({ health, isSmall = false }: { health: Health; isSmall?: boolean }) => {
  const { t } = useTranslation("marks")
  return (
    <Mark tone={tones[health]} isPlain={isSmall} shape={shapes[health]}>
      {t(`health.${health}`)}
    </Mark>
  )
}
