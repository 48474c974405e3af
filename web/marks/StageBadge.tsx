import { useTranslation } from "react-i18next"
import { type Stage, stages } from "#contract/partnerships"
import type { Tone } from "#ui/tokens"
import { Mark } from "./Mark.tsx"

const fullWay = 5
const tones: Partial<Record<Stage, Tone>> = { active: "good", renewing: "accent", paused: "warn" }

/** Where a partnership stands on its way: a ring that fills, and the word. */
export const StageBadge = ({ stage, isSmall = false }: { stage: Stage; isSmall?: boolean }) => {
  const { t } = useTranslation("marks")
  return (
    <Mark tone={tones[stage] ?? "calm"} isPlain={isSmall} shape={<StageShape stage={stage} />}>
      {t(`stage.${stage}`)}
    </Mark>
  )
}

const StageShape = ({ stage }: { stage: Stage }) => {
  if (stage === "paused")
    return <path d="M5 3.5v7M9 3.5v7" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
  if (stage === "declined" || stage === "ended")
    return (
      <path
        d={stage === "ended" ? "M3.5 3.5h7v7h-7z" : "M3.5 3.5l7 7M10.5 3.5l-7 7"}
        fill={stage === "ended" ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    )
  const share = Math.min(1, (stages.indexOf(stage) + 1) / fullWay)
  const around = 2 * Math.PI * 2.25
  return (
    <>
      <circle cx="7" cy="7" r="5.4" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <circle
        cx="7"
        cy="7"
        r="2.25"
        fill="none"
        stroke="currentColor"
        strokeWidth="4.5"
        strokeDasharray={`${around * share} ${around}`}
        transform="rotate(-90 7 7)"
        opacity={0.85}
      />
    </>
  )
}
