import { useTranslation } from "react-i18next"
import type { ApplicationState } from "#contract/recruitment"
import { Mark } from "#marks/Mark"

const bar = <path d="M4.5 3v8M9.5 3v8" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
const dot = <circle cx="7" cy="7" r="3" fill="currentColor" />
const ring = <circle cx="7" cy="7" r="3" fill="none" stroke="currentColor" strokeWidth="1.8" />
const cross = <path d="M3.5 3.5l7 7M10.5 3.5l-7 7" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />

const looks = {
  suspected: { tone: "warn", shape: bar },
  received: { tone: "accent", shape: dot },
  asked: { tone: "calm", shape: ring },
  discarded: { tone: "calm", shape: cross },
} as const

/** Where an application stands, by word and shape. */
export const ApplicationMark = ({ state }: { state: ApplicationState }) => {
  const { t } = useTranslation("recruit")
  return <Mark {...looks[state]}>{t(`applications.state.${state}`)}</Mark>
}
