import { Modal } from "@mantine/core"
import { useTranslation } from "react-i18next"
import type { Entry } from "#contract/audit"
import { MomentText } from "#ui/text"
import classes from "./Audit.module.css"
import { useWords } from "./useWords.ts"

/** One event in full: in words first, then to the letter as the ledger keeps it. */
export const EventDetails = ({ entry, onClose }: { entry: Entry | undefined; onClose: () => void }) => {
  const { t } = useTranslation("audit")
  const words = useWords()
  return (
    <Modal
      opened={entry !== undefined}
      onClose={onClose}
      title={entry ? words.kind(entry.kind) : ""}
      size="lg"
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {entry ? (
        <>
          <p className={classes.lead}>
            {words.subject(entry)} · {words.actor(entry)} · <MomentText at={entry.recordedAt} />
          </p>
          <h3 className={classes.heading}>{t("details")}</h3>
          <pre className={classes.payload}>{JSON.stringify(entry, null, 2)}</pre>
        </>
      ) : null}
    </Modal>
  )
}
