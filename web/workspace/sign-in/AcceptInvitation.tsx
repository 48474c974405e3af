import { useForm } from "@mantine/form"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { auth } from "#client/auth"
import { fieldErrors } from "#client/problem"
import { Form } from "#ui/Form"
import { PasswordField, TextField } from "#ui/fields"
import { Loaded } from "#ui/states"
import { fromAddress } from "./address.ts"
import { answerOf } from "./answer.ts"
import { Door } from "./Door.tsx"
import { acceptInvitation, type Invitation, readInvitation } from "./invitation.ts"
import { checkFilled, checkPassword, leastPassword } from "./rules.ts"
import { useTry } from "./useTry.ts"

/** Where the link of an invitation leads. */
export const AcceptInvitation = () => {
  const token = fromAddress("token")
  const invitation = useQuery({ queryKey: ["invitation", token], queryFn: () => readInvitation(token), retry: false })
  return <Loaded from={invitation}>{(found) => <Accept token={token} invitation={found} />}</Loaded>
}

const Accept = ({ token, invitation }: { token: string; invitation: Invitation }) => {
  const { t } = useTranslation("sign-in")
  const attempt = useTry()
  const { email, hasAccount } = invitation
  const form = useForm({
    initialValues: { name: "", password: "" },
    validate: {
      name: hasAccount ? () => null : checkFilled(t),
      password: hasAccount ? checkFilled(t) : checkPassword(t),
    },
  })
  const accept = (person: { name: string; password: string }) =>
    attempt.run(async () => {
      try {
        // Someone with an account proves it first; someone new gets the account by accepting.
        if (hasAccount) await answerOf(auth.signIn.email({ email, password: person.password }))
        await acceptInvitation(token, person)
        if (!hasAccount) await answerOf(auth.signIn.email({ email, password: person.password }))
        location.assign("/")
      } catch (problem) {
        form.setErrors(fieldErrors(problem))
        throw problem
      }
    })
  return (
    <Door
      title={t("invitation.title", { workspace: invitation.workspaceName })}
      text={t(hasAccount ? "invitation.textKnown" : "invitation.textNew", { by: invitation.invitedBy, email })}
    >
      <Form
        onSubmit={form.onSubmit((person) => void accept(person))}
        submit={t("invitation.submit")}
        isSubmitting={attempt.isBusy}
        submitError={attempt.problem}
        isWide
      >
        {hasAccount ? null : <TextField label={t("name")} autoComplete="name" {...form.getInputProps("name")} />}
        <PasswordField
          label={t("password")}
          {...(hasAccount ? {} : { description: t("passwordHint", { count: leastPassword }) })}
          autoComplete={hasAccount ? "current-password" : "new-password"}
          {...form.getInputProps("password")}
        />
      </Form>
    </Door>
  )
}
