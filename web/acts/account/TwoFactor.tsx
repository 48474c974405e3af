import { useState } from "react"
import { useTranslation } from "react-i18next"
import { answerOf } from "#client/answer"
import { auth } from "#client/auth"
import { queries } from "#client/queries"
import { sessionQuery } from "#client/session"
import { Panel } from "#ui/Panel"
import { LoadingState } from "#ui/states"
import { ConfirmSecret, type Secret } from "./ConfirmSecret.tsx"
import { FactorOn } from "./FactorOn.tsx"
import { PasswordStep } from "./PasswordStep.tsx"
import { refreshSessions } from "./sessions.ts"

/** A second factor for one's own account: six digits from an authenticator app at every sign-in. */
export const TwoFactor = () => {
  const { t } = useTranslation(["account", "sign-in"])
  const session = auth.useSession()
  const [secret, setSecret] = useState<Secret>()
  const isOn = session.data?.user.twoFactorEnabled === true
  const refresh = async () => {
    setSecret(undefined)
    await Promise.all([
      session.refetch(),
      queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      refreshSessions(),
    ])
  }
  const enable = async (password: string) => {
    const made = await answerOf(auth.twoFactor.enable({ password }))
    if ("totpURI" in made) setSecret({ uri: made.totpURI, backupCodes: made.backupCodes })
  }
  return (
    <Panel title={t("account:factor.title")} hint={t(isOn ? "account:factor.on" : "account:factor.off")}>
      {session.isPending ? (
        <LoadingState rows={3} />
      ) : secret ? (
        <ConfirmSecret secret={secret} onDone={() => void refresh()} />
      ) : isOn ? (
        <FactorOn onOff={() => void refresh()} />
      ) : (
        <PasswordStep submit={t("account:factor.enable")} onPassword={enable} />
      )}
    </Panel>
  )
}
