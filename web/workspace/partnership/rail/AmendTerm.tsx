import { UnstyledButton } from "@mantine/core"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import { useFormat } from "#ui/text"
import classes from "./rail.module.css"

const AmendDialog = lazy(() => import("./AmendDialog.lazy.tsx"))

/** What is in force is changed by an amendment: it is begun where the term is read. */
export const AmendTerm = ({ agreementId, on }: { agreementId: string; on: string }) => {
  const { t } = useTranslation("partnership")
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <UnstyledButton
        className={classes.amend}
        aria-label={t("rail.amendEnd", { date: format.date(on) })}
        onClick={() => setOpen(true)}
      >
        {t("rail.amend")}
      </UnstyledButton>
      {isOpen ? (
        <Suspense fallback={null}>
          <AmendDialog agreementId={agreementId} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
