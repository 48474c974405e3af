import { Drawer } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useView } from "#client/search"
import { Discussion } from "./Discussion.tsx"
import { readThreadKey } from "./discussion/place.ts"

/** The thread in the address, so that news of a comment leads to it: `?thread=occurrence:0198…`. */
export const readThread = (raw: Record<string, unknown>) => ({
  thread: readThreadKey(raw.thread) === undefined ? undefined : String(raw.thread),
})

/** The thread that the address names, at the side of the page. */
export const ThreadDrawer = () => {
  const { t } = useTranslation("discussion")
  const [{ thread }, setView] = useView(readThread)
  const shown = readThreadKey(thread)
  if (shown === undefined) return null
  return (
    <Drawer
      opened
      position="right"
      size="lg"
      title={t("title")}
      closeButtonProps={{ "aria-label": t("close") }}
      onClose={() => void setView({ thread: undefined })}
    >
      <Discussion key={thread} {...shown} isNamed />
    </Drawer>
  )
}
