import type { CSSProperties } from "react"
import classes from "./standings.module.css"

type BarProps = {
  /** Whole percent; null where nobody knows. */
  percent: number | null
  /** What it is about, and how far it is, in words. */
  label: string
  isMet?: boolean
}

/** How far something has come. It is never full before it is met: the server rounds, the bar only draws. */
export const Bar = ({ percent, label, isMet = false }: BarProps) => (
  <span
    role="img"
    aria-label={label}
    className={classes.bar}
    data-met={isMet || undefined}
    data-unknown={percent === null || undefined}
    style={{ "--share": `${percent ?? 0}%` } as CSSProperties}
  />
)
