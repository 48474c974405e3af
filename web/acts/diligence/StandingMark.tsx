import { useTranslation } from "react-i18next"
import type { Standing } from "#contract/diligence"
import { Mark } from "#marks/Mark"
import type { Tone } from "#ui/tokens"

const tick = <path d="M3 7.5l2.6 2.6L11 4.5" stroke="currentColor" strokeWidth="2" fill="none" strokeLinecap="round" />
const ring = <circle cx="7" cy="7" r="4" stroke="currentColor" strokeWidth="2" fill="none" />
const hand = <path d="M7 3v4l2.5 2" stroke="currentColor" strokeWidth="2" fill="none" strokeLinecap="round" />
const cross = <path d="M4 4l6 6M10 4l-6 6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
const dash = <path d="M3.5 7h7" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />

const looks = {
  asked: { tone: "calm", shape: ring },
  received: { tone: "warn", shape: hand },
  refused: { tone: "bad", shape: cross },
  valid: { tone: "good", shape: tick },
  expiring: { tone: "warn", shape: hand },
  expired: { tone: "bad", shape: cross },
  not_needed: { tone: "calm", shape: dash },
} as const satisfies Record<Standing, { tone: Tone; shape: unknown }>

/** How one item stands today. */
export const StandingMark = ({ standing }: { standing: Standing }) => {
  const { t } = useTranslation("diligence")
  return <Mark {...looks[standing]}>{t(`standing.${standing}`)}</Mark>
}
