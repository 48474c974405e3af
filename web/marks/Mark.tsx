import type { ReactNode } from "react"
import type { Tone } from "#ui/tokens"
import classes from "./Mark.module.css"

type MarkProps = {
  tone: Tone
  /** Drawn in a 14 x 14 box with `currentColor`; colour never speaks alone. */
  shape: ReactNode
  /** Without a background. */
  isPlain?: boolean
  children: ReactNode
}

/** The common body of all state marks: a shape and a word. */
export const Mark = ({ tone, shape, isPlain = false, children }: MarkProps) => (
  <span className={classes.mark} data-tone={tone} data-plain={isPlain || undefined}>
    <svg viewBox="0 0 14 14" width="14" height="14" className={classes.shape} aria-hidden="true">
      {shape}
    </svg>
    {children}
  </span>
)
