import { Menu } from "@mantine/core"
import { type ReactNode, type Ref, type RefObject, useLayoutEffect, useState } from "react"
import { MenuPieces, type MenuShape } from "./menu/pieces.ts"

type OpenMenuProps = MenuShape & {
  id: string
  button: RefObject<HTMLButtonElement | null>
  isOpen: boolean
  onChange: (isOpen: boolean) => void
  children: ReactNode
}

/** The list of a menu, placed at a button that was there before it. */
const OpenMenu = ({ id, button, isOpen, onChange, children, ...shape }: OpenMenuProps) => {
  // It opens once it knows its button: what has the focus by then is where the focus returns.
  const [isPlaced, setPlaced] = useState(false)
  useLayoutEffect(() => setPlaced(true), [])
  return (
    <Menu id={id} opened={isOpen && isPlaced} onChange={onChange} {...shape}>
      <Menu.Target>
        <Standing button={button} />
      </Menu.Target>
      <Menu.Dropdown>
        <MenuPieces value={Menu}>{children}</MenuPieces>
      </Menu.Dropdown>
    </Menu>
  )
}

/** Hands the library a button that stands elsewhere. */
const Standing = ({ button, ref }: { button: RefObject<HTMLButtonElement | null>; ref?: Ref<HTMLButtonElement> }) => {
  useLayoutEffect(() => {
    if (typeof ref !== "function") return
    ref(button.current)
    return () => void ref(null)
  }, [button, ref])
  return null
}

export default OpenMenu
