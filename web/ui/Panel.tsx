import { Title } from "@mantine/core"
import { type ReactNode, useId } from "react"
import type { Visibility } from "#core/actor"
import classes from "./Panel.module.css"
import { VisibilityLock } from "./VisibilityLock.tsx"

type PanelProps = {
  title?: string
  /** One line under the title. */
  hint?: ReactNode
  /** What sits at the right end of the title's line. */
  aside?: ReactNode
  /** What is private looks private: a lock, and a broken border. */
  visibility?: Visibility
  /** Tables and pictures that reach the edges. */
  isFlush?: boolean
  children: ReactNode
}

/** A calm surface for one piece of evidence. */
export const Panel = ({ title, hint, aside, visibility = "shared", isFlush = false, children }: PanelProps) => {
  const id = useId()
  return (
    <section
      className={classes.panel}
      data-private={visibility !== "shared" || undefined}
      aria-labelledby={title ? id : undefined}
    >
      {title || aside ? (
        <header className={classes.header}>
          <div className={classes.words}>
            {title ? (
              <Title order={2} id={id} className={classes.title}>
                {title}
              </Title>
            ) : null}
            {hint ? <p className={classes.hint}>{hint}</p> : null}
          </div>
          <div className={classes.aside}>
            {visibility === "shared" ? null : <VisibilityLock visibility={visibility} />}
            {aside}
          </div>
        </header>
      ) : null}
      <div className={isFlush ? classes.flush : classes.body}>{children}</div>
    </section>
  )
}
