import { Button, VisuallyHidden } from "@mantine/core"
import { IconFileTypeDocx } from "@tabler/icons-react"
import { useTranslation } from "react-i18next"
import { fetchFile } from "#client/fetchFile"
import { type AgreementTextView, downloadWord } from "#contract/agreements"
import { Menu, MenuItem } from "#ui/Menu"
import { useLocale } from "#ui/text"
import { useTaking } from "./useTaking.ts"

/** As many earlier versions as anybody looks for in a menu; others are taken from the list of versions. */
const mostOffered = 5

/** The text as a file for Word: a version by itself, or with what became of an earlier one marked as changes. */
export const WordMenu = ({ view: { versions, number } }: { view: AgreementTextView }) => {
  const { t } = useTranslation("negotiation")
  const locale = useLocale()
  const { making, take, said } = useTaking()
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
      </Menu>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )
}
