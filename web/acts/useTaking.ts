import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { NamedFile } from "#client/fetchFile"
import { download } from "#ui/files"
import { showDone, showProblem } from "#ui/toast"

/** One document that can be taken: what it is called here, and how it is got. */
export type Export = Readonly<{ key: string; label: string; get: () => Promise<NamedFile> }>

/** Takes a document away. Making one can take a while: the page can be used meanwhile, and says when it is there or why not. */
export const useTaking = () => {
  const { t } = useTranslation("acts")
  const [making, setMaking] = useState<string>()
  const take = async ({ label, get }: Pick<Export, "label" | "get">) => {
    setMaking(label)
    try {
      const { name, content } = await get()
      download(name, content)
      showDone(t("export.done", { name }))
    } catch (problem) {
      showProblem(problem)
    } finally {
      setMaking(undefined)
    }
  }
  return { making, take, said: making === undefined ? "" : t("export.preparing", { name: making }) }
}
