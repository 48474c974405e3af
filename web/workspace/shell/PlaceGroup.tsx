import { useLocation } from "@tanstack/react-router"
import { type ReactNode, useState } from "react"
import type { NavGroup } from "#client/area"
import { frame } from "#shell/Frame"

type PlaceGroupProps = {
  group: NavGroup | "pinned"
  label: string
  /** The addresses of its places: it stays open while one of them is shown. */
  addresses: readonly string[]
  children: ReactNode
}

const foldedKey = "keelson-folded"

/** What this person has folded; the settings are until somebody opens them. */
const folded = (): readonly string[] => (localStorage.getItem(foldedKey) ?? "settings").split(" ")

/** A group of the navigation that folds, and stays so in this browser. */
export const PlaceGroup = ({ group, label, addresses, children }: PlaceGroupProps) => {
  const { pathname } = useLocation()
  const [isFolded, setFolded] = useState(() => folded().includes(group))
  const isShown = addresses.some((address) => `${pathname}/`.startsWith(`${address}/`))
  const fold = (isOpen: boolean) => {
    if (isShown || isOpen !== isFolded) return
    setFolded(!isOpen)
    const others = folded().filter((each) => each !== group && each !== "")
    localStorage.setItem(foldedKey, (isOpen ? others : [...others, group]).join(" "))
  }
  return (
    <details
      className={frame.foldable}
      open={isShown || !isFolded}
      onToggle={(event) => fold(event.currentTarget.open)}
    >
      <summary>{label}</summary>
      <ul className={frame.places}>{children}</ul>
    </details>
  )
}
