import { Tooltip } from "@mantine/core"
import { type RefObject, useLayoutEffect, useState } from "react"

type OpenHintProps = {
  id: string
  target: RefObject<HTMLElement | null>
  isShown: boolean
  label: string
  maw: number
}

/** The words of a hint, placed at what was there before them. */
const OpenHint = ({ id, target, isShown, label, maw }: OpenHintProps) => {
  // It opens after it was drawn once, as the library wants it to fade in.
  const [isPlaced, setPlaced] = useState(false)
  useLayoutEffect(() => setPlaced(true), [])
  return <Tooltip target={target} opened={isShown && isPlaced} label={<span id={id}>{label}</span>} maw={maw} />
}

export default OpenHint
