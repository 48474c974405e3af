import type { ReactNode } from "react"
import type { Visibility } from "#core/actor"
import type { Instant } from "#core/time"
import classes from "./Timeline.module.css"
import { MomentText } from "./text.tsx"
import type { Tone } from "./tokens.tsx"
import { VisibilityLock } from "./VisibilityLock.tsx"

export type TimelineEntry = {
  id: string
  at: Instant
  /** What happened, as a sentence: "Acme answered registration 4711". */
  what: ReactNode
  /** Who did it and from where. */
  who?: ReactNode
  /** What can be done with it. */
  act?: ReactNode
  detail?: ReactNode
  icon?: ReactNode
  tone?: Tone
  visibility?: Visibility
}

/** What happened, newest first or oldest first, as the caller orders it. */
export const Timeline = ({ label, entries }: { label: string; entries: readonly TimelineEntry[] }) => (
  <ol className={classes.timeline} aria-label={label}>
    {entries.map((entry) => (
      <li key={entry.id} className={classes.entry}>
        <span className={classes.dot} data-tone={entry.tone ?? "calm"} aria-hidden>
          {entry.icon}
        </span>
        <div className={classes.words}>
          <p className={classes.what}>
            {entry.what}
            {entry.detail ? <span className={classes.detail}>{entry.detail}</span> : null}
            {entry.visibility ? <VisibilityLock visibility={entry.visibility} /> : null}
          </p>
          <p className={classes.when}>
            <MomentText at={entry.at} />
            {entry.who ? <> · {entry.who}</> : null}
            {entry.act ? <> · {entry.act}</> : null}
          </p>
        </div>
      </li>
    ))}
  </ol>
)
