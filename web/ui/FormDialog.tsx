import { Drawer, Modal, Paper, Text } from "@mantine/core"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import { Form, type FormProps } from "./Form.tsx"
import { UnsavedActs } from "./form/UnsavedActs.tsx"

type FormDialogProps = Omit<FormProps, "isWide"> & {
  /** What is being done: "Invite a colleague". */
  title: string
  onClose: () => void
  isDirty: () => boolean
  size?: "md" | "lg"
  /** At the side, for what is done while looking at the page. */
  isAtSide?: boolean
  children: ReactNode
}

/** A form over the page, drawn while it is open. It does not close over what was typed without asking. */
export const FormDialog = ({ title, onClose, isDirty, size = "md", isAtSide = false, ...form }: FormDialogProps) => {
  const { t } = useTranslation("ui")
  const [isAsking, setAsking] = useState(false)
  const close = () => (isDirty() ? setAsking(true) : onClose())
  const shared = { opened: true, onClose: close, title, size, closeButtonProps: { "aria-label": t("close") } }
  const content = (
    <>
      <Form {...form} />
      {isAsking ? <Unsaved onKeep={() => setAsking(false)} onDiscard={onClose} /> : null}
    </>
  )
  return isAtSide ? (
    <Drawer position="right" {...shared}>
      {content}
    </Drawer>
  ) : (
    <Modal {...shared}>{content}</Modal>
  )
}

const Unsaved = ({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) => {
  const { t } = useTranslation("ui")
  return (
    <Paper role="alertdialog" aria-label={t("unsaved.question")} withBorder p="md" mt="md">
      <Text fw={550} mb="sm">
        {t("unsaved.question")}
      </Text>
      <UnsavedActs onKeep={onKeep} onDiscard={onDiscard} />
    </Paper>
  )
}
