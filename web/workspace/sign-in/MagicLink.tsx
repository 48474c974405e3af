import { Anchor } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { answerOf } from "#client/answer"
import { auth } from "#client/auth"
import { nextPath } from "./address.ts"
import { LinkByMail } from "./LinkByMail.tsx"

/** Asks for a link that signs in, instead of a password. */
export const MagicLink = ({ email, onBack }: { email: string; onBack: () => void }) => {
  const { t } = useTranslation("sign-in")
  return (
    <LinkByMail
      purpose="link"
      email={email}
      send={(to) => answerOf(auth.signIn.magicLink({ email: to, callbackURL: nextPath() }))}
      back={
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {t("back")}
        </Anchor>
      }
    />
  )
}
