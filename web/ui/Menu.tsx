import type { MenuItemProps } from "@mantine/core"
import {
  type ComponentProps,
  cloneElement,
  lazy,
  type ReactElement,
  type ReactNode,
  type RefObject,
  Suspense,
  useId,
  useRef,
  useState,
} from "react"
import { type MenuShape, usePieces } from "./menu/pieces.ts"
import { rest } from "./rest.tsx"

const fetched = () => import("./OpenMenu.lazy.tsx")
const OpenMenu = lazy(fetched)

type Target = { ref?: RefObject<HTMLButtonElement | null>; id?: string } & Pick<
  ComponentProps<"button">,
  "aria-haspopup" | "aria-expanded" | "aria-controls" | "onClick" | "onPointerEnter" | "onFocus"
>

type OnDemandProps = MenuShape & {
  /** The button that opens it. */
  target: ReactElement<Target>
  /** `MenuItem`, `MenuLabel`, ...: what it lists. */
  children: ReactNode
}

/**
 * A menu whose list, with all that places it and moves in it, is fetched when the page is at rest or somebody is about to open
 * it: hardly anybody opens one of the many that stand on a page, and nobody before the page can be read.
 */
export const Menu = ({ target, children, ...shape }: OnDemandProps) => {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [wasOpened, setOpened] = useState(false)
  const toggle = () => {
    setOpened(true)
    setOpen((was) => !was)
  }
  return (
    <>
      {cloneElement(target, {
        ref: button,
        id,
        "aria-haspopup": "menu",
        "aria-expanded": isOpen,
        "aria-controls": isOpen ? `${id}-dropdown` : undefined,
        onClick: toggle,
        onPointerEnter: () => void fetched(),
        onFocus: () => void fetched(),
      })}
      {wasOpened ? (
        <Suspense>
          <OpenMenu id={id} button={button} isOpen={isOpen} onChange={setOpen} {...shape}>
            {children}
          </OpenMenu>
        </Suspense>
      ) : null}
    </>
  )
}

/** Menus are made ready while the page is at rest, so that the first press answers at once. */
export const readyMenus = async (): Promise<void> => {
  await rest()
  await fetched()
}

type ItemProps = MenuItemProps & Pick<ComponentProps<"button">, "onClick" | "lang">

export const MenuItem = (props: ItemProps) => {
  const { Item } = usePieces()
  return <Item {...props} />
}

export const MenuLabel = ({ children }: { children: ReactNode }) => {
  const { Label } = usePieces()
  return <Label>{children}</Label>
}

export const MenuDivider = () => {
  const { Divider } = usePieces()
  return <Divider />
}

type ChoiceProps = {
  value: string
  onChange: (value: string) => void
  choices: readonly Readonly<{ value: string; label: string; lang?: string }>[]
}

/** One of several. */
export const MenuChoice = ({ value, onChange, choices }: ChoiceProps) => {
  const { RadioGroup, RadioItem } = usePieces()
  return (
    <RadioGroup value={value} onChange={onChange}>
      {choices.map(({ label, ...choice }) => (
        <RadioItem key={choice.value} {...choice}>
          {label}
        </RadioItem>
      ))}
    </RadioGroup>
  )
}

/** On or off. */
export const MenuCheck = (props: { checked: boolean; onChange: () => void; children: ReactNode }) => {
  const { CheckboxItem } = usePieces()
  return <CheckboxItem {...props} />
}
