import type { ReactNode } from "react"
import classes from "./Sections.module.css"

type SectionsProps = {
  /** What the links are called together. */
  label: string
  sections: readonly Readonly<{
    /** The anchor in the address: `#people`. */
    key: string
    label: string
    content: ReactNode
  }>[]
}

/** A long page in named parts, each with its own anchor, and the way to each from wherever one reads. */
export const Sections = ({ label, sections }: SectionsProps) => (
  <>
    <nav aria-label={label} className={classes.anchors}>
      {sections.map(({ key, label: name }) => (
        <a key={key} href={`#${key}`}>
          {name}
        </a>
      ))}
    </nav>
    {sections.map(({ key, content }) => (
      <div key={key} id={key} className={classes.section}>
        {content}
      </div>
    ))}
  </>
)
