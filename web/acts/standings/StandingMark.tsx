import { useTranslation } from "react-i18next"
import type { LineView } from "#contract/programs"
import { Mark } from "#marks/Mark"

const shapes = {
  met: <path d="M3 7.5 6 10.5 11 4" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
  not_met: <path d="M3.5 7h7" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />,
  pending: <circle cx="7" cy="7" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.6" strokeDasharray="2 2" />,
} as const
const tones = { met: "good", not_met: "warn", pending: "calm" } as const

/** Met, not met, or nobody knows yet. */
export const StandingMark = ({ standing, isPlain = false }: { standing: LineView["standing"]; isPlain?: boolean }) => {
  const { t } = useTranslation("standings")
  return (
    <Mark tone={tones[standing]} shape={shapes[standing]} isPlain={isPlain}>
      {t(`standing.${standing}`)}
    </Mark>
  )
}
