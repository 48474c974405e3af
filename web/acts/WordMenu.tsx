import { IconFileTypeDocx } from "@tabler/icons-react"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { fetchFile } from "#client/fetchFile"
import { type AgreementTextView, downloadWord } from "#contract/agreements"
import { MenuDivider, MenuItem } from "#ui/Menu"
import { useLocale } from "#ui/text"
import { ExportMenu } from "./ExportMenu.tsx"

const TakeInWord = lazy(() => import("./negotiation/TakeInWord.lazy.tsx"))

/** As many earlier versions as anybody looks for in a menu; each version by itself stands in the list of versions. */
const mostOffered = 5

type WordMenuProps = {
  view: AgreementTextView
  /** Whether what came back from Word may be taken in: by whoever proposes, while it lies before both sides. */
  mayTakeIn: boolean
}

/** The text as a file for Word: a version by itself, or with what became of an earlier one marked as changes; and back in again. */
export const WordMenu = ({ view: { draftId, versions, number }, mayTakeIn }: WordMenuProps) => {
  const { t } = useTranslation("negotiation")
  const locale = useLocale()
  const [isTakingIn, setTakingIn] = useState(false)
  const id = versions.find((version) => version.number === number)?.id
  if (id === undefined || number === null) return null
  const params = { agreementVersion: id }
  const earlier = versions.filter((version) => version.number < number).slice(0, mostOffered)
  const exportOf = (label: string, since?: number) => ({
    ...{ key: String(since ?? "whole"), label },
    get: () => fetchFile(downloadWord, { params, query: { locale, ...(since === undefined ? {} : { since }) } }),
  })
  const exports = [
    exportOf(t("word.version", { number })),
    ...earlier.map(({ number: since }) => exportOf(t("word.since", { number: since }), since)),
  ]
  return (
    <>
      <ExportMenu groups={[{ exports }]} label={t("word.open")} icon={IconFileTypeDocx}>
        {mayTakeIn ? (
          <>
            <MenuDivider />
            <MenuItem onClick={() => setTakingIn(true)}>{t("word.takeIn")}</MenuItem>
          </>
        ) : null}
      </ExportMenu>
      {isTakingIn ? (
        <Suspense>
          <TakeInWord draftId={draftId} onClose={() => setTakingIn(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
