import { type ReactNode, useEffect } from "react"
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
export const Sections = ({ label, sections }: SectionsProps) => {
  // An address that names a part is opened before the part is there.
  useEffect(() => {
    if (scrollY === 0 && location.hash !== "") document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [])
  return (
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
}
