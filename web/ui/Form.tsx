import { Alert, Group, Stack } from "@mantine/core"
import { IconAlertTriangle } from "@tabler/icons-react"
import { type FormEventHandler, type ReactNode, useEffect, useRef } from "react"
import { sentenceOf } from "#client/problem"
import { ActionButton } from "./ActionButton.tsx"
import { useLanguage } from "./texts.tsx"

export type FormProps = {
  /** `form.onSubmit(...)` of Mantine's form. */
  onSubmit: FormEventHandler<HTMLFormElement>
  /** The verb: "Register deal". */
  submit: string
  isSubmitting: boolean
  /** What the server said to the last try; null when nothing. Required: a form that hides its error is a defect. */
  submitError: unknown
  /** What it has against fields that the form does not show. */
  elsewhere?: readonly string[]
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
  elsewhere,
  disabledReason,
  aside,
  isWide,
  children,
}: FormProps) => {
  const whole = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (submitError) toFirstError(whole.current)
  }, [submitError])
  return (
    <form
      ref={whole}
      onSubmit={(event) => {
        onSubmit(event)
        toFirstError(whole.current)
      }}
      noValidate
    >
      <Stack gap="md">
        {children}
        <ErrorLine problem={submitError} more={elsewhere} />
        <Group gap="xs" justify={aside ? "space-between" : "flex-start"}>
          <ActionButton
            type="submit"
            loading={isSubmitting}
            disabledReason={disabledReason}
            fullWidth={isWide ?? false}
          >
            {submit}
          </ActionButton>
          {aside}
        </Group>
      </Stack>
    </form>
  )
}

/** Whoever cannot see the whole form is led to what is wrong, once that is drawn. */
const toFirstError = (form: HTMLFormElement | null): void =>
  void requestAnimationFrame(() => form?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus())

/** What went wrong, in words, announced when it appears. */
export const ErrorLine = ({ problem, more = [] }: { problem: unknown; more?: readonly string[] | undefined }) => {
  useLanguage()
  return problem ? (
    <Alert role="alert" variant="light" color="red" icon={<IconAlertTriangle size={16} aria-hidden />}>
      {[sentenceOf(problem), ...more].join(" ")}
    </Alert>
  ) : null
}
