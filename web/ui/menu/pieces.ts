import type { MenuProps, Menu as WholeMenu } from "@mantine/core"
import { createContext, useContext } from "react"

export type MenuShape = Pick<MenuProps, "position" | "width" | "withinPortal" | "closeOnItemClick">

/** The library's pieces, as far as they are there: only inside an open menu. */
export const MenuPieces = createContext<typeof WholeMenu | undefined>(undefined)

export const usePieces = () => {
  const pieces = useContext(MenuPieces)
  if (!pieces) throw new Error("what belongs to a menu stands outside of one")
  return pieces
}
