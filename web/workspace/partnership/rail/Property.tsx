import { UnstyledButton } from "@mantine/core"
import { type ComponentProps, lazy, Suspense, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { Fact } from "#ui/Facts"
import { Hint } from "#ui/Hint"
import type { PropertyEditor as Editor } from "./PropertyEditor.lazy.tsx"
import classes from "./rail.module.css"

const PropertyEditor = lazy(() =>
  import("./PropertyEditor.lazy.tsx").then((file) => ({ default: file.PropertyEditor })),
)

type PropertyProps = Omit<ComponentProps<typeof Editor>, "onClose"> & {
  /** As it is read; nothing where nothing is said. */
  shown: string | null | undefined
  /** Why it may not be changed now; it is read like any other fact then. */
  disabledReason: string | undefined
}

/** One fact, read where it is and changed where it is read: a press opens its field, Enter keeps, Escape leaves it as it was. */
export const Property = ({ shown, disabledReason, ...editing }: PropertyProps) => {
  const { t } = useTranslation("partnership")
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const value = shown || <span className={classes.empty}>{t("rail.empty")}</span>
  const read = (
    <UnstyledButton
      ref={button}
      className={classes.value}
      aria-label={t("rail.change", { what: editing.label, now: shown || t("rail.empty") })}
      onClick={() => setOpen(true)}
    >
      {value}
    </UnstyledButton>
  )
  const close = () => {
    setOpen(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <Fact label={editing.label}>
      {disabledReason !== undefined ? (
        <Hint label={disabledReason}>
          <span className={classes.locked}>{value}</span>
        </Hint>
      ) : isOpen ? (
        <Suspense fallback={read}>
          <PropertyEditor {...editing} onClose={close} />
        </Suspense>
      ) : (
        read
      )}
    </Fact>
  )
}
