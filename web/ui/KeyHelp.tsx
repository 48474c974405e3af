import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { useKeyListener, useKeys } from "./keys.tsx"

const KeyList = lazy(() => import("./KeyList.lazy.tsx"))

/** `?` shows every key that works on the page. The shell renders it once; it also makes all keys work. */
export const KeyHelp = () => {
  const { t } = useTranslation("ui")
  const [isOpen, setOpen] = useState(false)
  useKeyListener()
  useKeys("help", t("keys.general"), [
    { keys: "?", label: t("keys.help"), run: () => setOpen(true) },
    { keys: "Ctrl K", label: t("keys.palette") },
  ])
  return <Suspense>{isOpen ? <KeyList onClose={() => setOpen(false)} /> : null}</Suspense>
}
