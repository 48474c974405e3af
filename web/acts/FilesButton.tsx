import { Button, Modal } from "@mantine/core"
import { IconPaperclip } from "@tabler/icons-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Files } from "./Files.tsx"
import type { FileSubject } from "./files/useUploads.ts"

type FilesButtonProps = {
  subject: FileSubject
  /** What it is called. */
  name: string
  /** A paper clip alone, where there is little room. */
  isSmall?: boolean
}

/** Opens the files of one thing over the page. */
export const FilesButton = ({ subject, name, isSmall = false }: FilesButtonProps) => {
  const { t } = useTranslation("files")
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        aria-label={t("openOf", { name })}
        title={isSmall ? t("open") : undefined}
        leftSection={isSmall ? undefined : <IconPaperclip size={14} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {isSmall ? <IconPaperclip size={14} aria-hidden /> : t("open")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t("openOf", { name })}
        size="lg"
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <Files subject={subject} />
      </Modal>
    </>
  )
}
