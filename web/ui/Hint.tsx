import {
  type ComponentProps,
  cloneElement,
  lazy,
  type ReactElement,
  type RefObject,
  Suspense,
  useEffect,
  useId,
  useRef,
  useState,
} from "react"

const fetched = () => import("./OpenHint.lazy.tsx")
const OpenHint = lazy(fetched)

type Target = { ref?: RefObject<HTMLElement | null> } & Pick<
  ComponentProps<"button">,
  "aria-describedby" | "onPointerEnter" | "onPointerLeave" | "onFocus" | "onBlur"
>

type HintProps = {
  /** Nothing is shown without. */
  label: string | undefined
  maw?: number
  children: ReactElement<Target>
}

/** As long as one hovers by accident. */
const hoverMs = 300

/** Words beside what is pointed at, touched or reached by key; what draws them is fetched then. */
export const Hint = ({ label, maw = 280, children }: HintProps) => {
  const id = useId()
  const target = useRef<HTMLElement>(null)
  const wait = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isShown, setShown] = useState(false)
  const [wasShown, setWasShown] = useState(false)
  const show = () => {
    setWasShown(true)
    setShown(true)
  }
  const hide = () => {
    clearTimeout(wait.current)
    setShown(false)
  }
  useEffect(() => () => clearTimeout(wait.current), [])
  useDismissal(isShown, target, hide)
  const pointing: Target = {
    ref: target,
    "aria-describedby": isShown ? id : undefined,
    onPointerEnter: ({ pointerType }) => {
      void fetched()
      if (pointerType === "touch") show()
      else wait.current = setTimeout(show, hoverMs)
    },
    // A finger that is lifted has not gone elsewhere.
    onPointerLeave: ({ pointerType }) => (pointerType === "touch" ? undefined : hide()),
    onFocus: ({ currentTarget }) => (currentTarget.matches(":focus-visible") ? show() : undefined),
    onBlur: hide,
  }
  return (
    <>
      {cloneElement(children, label ? pointing : {})}
      {wasShown && label ? (
        <Suspense>
          <OpenHint id={id} target={target} isShown={isShown} label={label} maw={maw} />
        </Suspense>
      ) : null}
    </>
  )
}

/** Words that cover something else go away by key and by a press elsewhere too. */
const useDismissal = (isShown: boolean, target: RefObject<HTMLElement | null>, hide: () => void) => {
  const latest = useRef(hide)
  latest.current = hide
  useEffect(() => {
    if (!isShown) return
    const press = (event: Event) => (target.current?.contains(event.target as Node) ? undefined : latest.current())
    const key = (event: KeyboardEvent) => (event.key === "Escape" ? latest.current() : undefined)
    document.addEventListener("pointerdown", press)
    document.addEventListener("keydown", key)
    return () => {
      document.removeEventListener("pointerdown", press)
      document.removeEventListener("keydown", key)
    }
  }, [isShown, target])
}
