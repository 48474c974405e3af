import { Alert, Group, Stack } from "@mantine/core"
import { IconAlertTriangle } from "@tabler/icons-react"
import type { FormEventHandler, ReactNode } from "react"
import { sentenceOf } from "#client/problem"
import { ActionButton } from "./ActionButton.tsx"
import { useLanguage } from "./texts.tsx"

type FormProps = {
  /** `form.onSubmit(...)` of Mantine's form. */
  onSubmit: FormEventHandler<HTMLFormElement>
  /** The verb: "Register deal". */
  submit: string
  isSubmitting: boolean
  /** What the server said to the last try; null when nothing. Required: a form that hides its error is a defect. */
  submitError: unknown
  /** Why the form cannot be sent at all. */
  disabledReason?: string | undefined
  /** Further buttons beside the verb. */
  aside?: ReactNode
  isWide?: boolean
  children: ReactNode
}

/** A short form: fields, what went wrong, one verb. What was typed stays whatever happens. */
export const Form = ({
  onSubmit,
  submit,
  isSubmitting,
  submitError,
  disabledReason,
  aside,
  isWide,
  children,
}: FormProps) => (
  <form onSubmit={onSubmit} noValidate>
    <Stack gap="md">
      {children}
      <ErrorLine problem={submitError} />
      <Group gap="xs" justify={aside ? "space-between" : "flex-start"}>
        <ActionButton type="submit" loading={isSubmitting} disabledReason={disabledReason} fullWidth={isWide ?? false}>
          {submit}
        </ActionButton>
        {aside}
      </Group>
    </Stack>
  </form>
)

/** What went wrong, in words, announced when it appears. */
export const ErrorLine = ({ problem }: { problem: unknown }) => {
  useLanguage()
  return problem ? (
    <Alert role="alert" variant="light" color="red" icon={<IconAlertTriangle size={16} aria-hidden />}>
      {sentenceOf(problem)}
    </Alert>
  ) : null
}
