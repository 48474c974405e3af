import { Modal } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { UnsavedActs } from "./UnsavedActs.tsx"

/** The question over the page, when somebody is about to leave it. */
const LeaveQuestion = ({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) => {
  const { t } = useTranslation("ui")
  return (
    <Modal opened onClose={onStay} title={t("unsaved.leave")} closeButtonProps={{ "aria-label": t("close") }}>
      <UnsavedActs onKeep={onStay} onDiscard={onLeave} />
    </Modal>
  )
}

export default LeaveQuestion
