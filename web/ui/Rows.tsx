import type { ReactNode } from "react"
import classes from "./Rows.module.css"

/** Things one below the other in a panel, each with what can be done about it. They keep to the panel's edge by themselves. */
export const Rows = ({ children }: { children: ReactNode }) => <ul className={classes.rows}>{children}</ul>

type RowProps = {
  name: ReactNode
  /** What is said under the name, a line each in a `RowLine`. */
  lines?: ReactNode
  /** How it stands, and what can be done: at the row's end, on narrow screens below it. */
  end?: ReactNode
  /** What has many lines is read from the top, and its end stands there. */
  isLong?: boolean
  /** Dialogs that belong to it. */
  children?: ReactNode
}

export const Row = ({ name, lines, end, isLong = false, children }: RowProps) => (
  <li className={classes.row} data-long={isLong || undefined}>
    <RowWords name={name}>{lines}</RowWords>
    {end ? <div className={classes.end}>{end}</div> : null}
    {children}
  </li>
)

/** The words of a row; by itself where the whole row is a link. */
export const RowWords = ({ name, children }: { name: ReactNode; children?: ReactNode }) => (
  <span className={classes.words}>
    <span className={classes.name}>{name}</span>
    {children}
  </span>
)

/** One line under the name. */
export const RowLine = ({ isStrong = false, children }: { isStrong?: boolean; children: ReactNode }) => (
  <span className={isStrong ? undefined : classes.line}>{children}</span>
)

/** At the end of a row: a day, and how far off it is. */
export const RowDay = ({ day, children }: { day: string; children: ReactNode }) => (
  <span className={classes.day}>
    <strong className="numbers">{day}</strong>
    <span className={classes.line}>{children}</span>
  </span>
)

/** What is said where there are no rows, or below them. */
export const RowsNote = ({ children }: { children: ReactNode }) => <p className={classes.note}>{children}</p>
