import { Button } from "@mantine/core"
import { IconDownload } from "@tabler/icons-react"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { fetchFile } from "#client/fetchFile"
import { exportPersonalData } from "#contract/privacy"
import { download } from "#ui/files"
import { showDone, showProblem } from "#ui/toast"

/** What is kept of one person, as a file for them. */
export const TakeData = ({ id }: { id: string }) => {
  const { t } = useTranslation("privacy")
  const [isMaking, setMaking] = useState(false)
  const take = async () => {
    setMaking(true)
    try {
      const { name, content } = await fetchFile(exportPersonalData, { params: { person: id } })
      download(name, content)
      showDone(t("person.taken", { name }))
    } catch (problem) {
      showProblem(problem)
    } finally {
      setMaking(false)
    }
  }
  return (
    <Button
      variant="default"
      loading={isMaking}
      leftSection={<IconDownload size={14} aria-hidden />}
      onClick={() => void take()}
    >
      {t("person.take")}
    </Button>
  )
}
