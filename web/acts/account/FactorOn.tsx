import { Button, Group, Stack } from "@mantine/core"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { answerOf } from "#client/answer"
import { auth } from "#client/auth"
import { CodeList } from "./CodeList.tsx"
import { PasswordStep } from "./PasswordStep.tsx"
import { refreshSessions } from "./sessions.ts"

/** What can be done with a factor that is on: make recovery codes anew, or turn it off. */
export const FactorOn = ({ onOff }: { onOff: () => void }) => {
  const { t } = useTranslation("account")
  const [asked, setAsked] = useState<"codes" | "off">()
  const [codes, setCodes] = useState<readonly string[]>()
  const act = async (password: string) => {
    if (asked === "off") {
      await answerOf(auth.twoFactor.disable({ password }))
      onOff()
    } else {
      setCodes((await answerOf(auth.twoFactor.generateBackupCodes({ password }))).backupCodes)
      setAsked(undefined)
      await refreshSessions()
    }
  }
  if (codes)
    return (
      <Stack align="flex-start">
        <CodeList text={t("codes.keep")} codes={codes} />
        <Button variant="default" onClick={() => setCodes(undefined)}>
          {t("codes.kept")}
        </Button>
      </Stack>
    )
  if (asked)
    return (
      <Stack>
        <PasswordStep submit={t(asked === "off" ? "factor.disable" : "codes.makeAnew")} onPassword={act} />
        <Group>
          <Button variant="subtle" onClick={() => setAsked(undefined)}>
            {t("codes.cancel")}
          </Button>
        </Group>
      </Stack>
    )
  return (
    <Group gap="xs">
      <Button variant="default" onClick={() => setAsked("codes")}>
        {t("codes.makeAnew")}
      </Button>
      <Button variant="default" onClick={() => setAsked("off")}>
        {t("codes.turnOff")}
      </Button>
    </Group>
  )
}
