// biome-ignore-all lint/a11y/useSemanticElements: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
// biome-ignore-all lint/a11y/useFocusableInteractive: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
// biome-ignore-all lint/a11y/useKeyWithClickEvents: an ARIA grid of positioned rows, because a table element cannot hold 100,000; the grid itself has the focus and the keys
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react"
import type { ReactNode } from "react"
import classes from "./table.module.css"

/** Heads the rows behind it up to the next band; pressed, it folds them away. */
export type Band = Readonly<{ isOpen: boolean; content: ReactNode; onToggle: () => void }>

type BandRowProps = { id: string; index: number; band: Band; start: number; isActive: boolean }

export const BandRow = ({ id, index, band, start, isActive }: BandRowProps) => (
  <div
    role="row"
    id={id}
    aria-rowindex={index + 2}
    aria-level={1}
    aria-expanded={band.isOpen}
    className={classes.row}
    data-body
    data-band
    data-active={isActive || undefined}
    style={{ top: start }}
    onClick={band.onToggle}
  >
    <div role="gridcell" className={classes.band}>
      <BandContent band={band} />
    </div>
  </div>
)

export const BandContent = ({ band: { isOpen, content } }: { band: Band }) => (
  <>
    {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
    {content}
  </>
)
