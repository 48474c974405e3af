import { Button, VisuallyHidden } from "@mantine/core"
import { IconFileTypeDocx } from "@tabler/icons-react"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { fetchFile } from "#client/fetchFile"
import { type AgreementTextView, downloadWord } from "#contract/agreements"
import { Menu, MenuDivider, MenuItem } from "#ui/Menu"
import { useLocale } from "#ui/text"
import { useTaking } from "./useTaking.ts"

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
  const { making, take, said } = useTaking()
  const [isTakingIn, setTakingIn] = useState(false)
  const id = versions.find((version) => version.number === number)?.id
  if (id === undefined || number === null) return null
  const params = { agreementVersion: id }
  const earlier = versions.filter((version) => version.number < number).slice(0, mostOffered)
  const exports = [
    { label: t("word.version", { number }), query: { locale } },
    ...earlier.map(({ number: since }) => ({ label: t("word.since", { number: since }), query: { locale, since } })),
  ]
  return (
    <>
      <Menu
        position="bottom-end"
        withinPortal={false}
        target={
          <Button
            variant="default"
            loading={making !== undefined}
            leftSection={<IconFileTypeDocx size={14} aria-hidden />}
          >
            {t("word.open")}
          </Button>
        }
      >
        {exports.map(({ label, query }) => (
          <MenuItem
            key={label}
            onClick={() => void take({ label, get: () => fetchFile(downloadWord, { params, query }) })}
          >
            {label}
          </MenuItem>
        ))}
        {mayTakeIn ? (
          <>
            <MenuDivider />
            <MenuItem onClick={() => setTakingIn(true)}>{t("word.takeIn")}</MenuItem>
          </>
        ) : null}
      </Menu>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {isTakingIn ? (
        <Suspense>
          <TakeInWord draftId={draftId} onClose={() => setTakingIn(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
