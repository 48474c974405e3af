import { Alert, Anchor, List } from "@mantine/core"
import { type RefObject, useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { invalid } from "./invalid.ts"

type Wrong = Readonly<{ id: string; label: string; error: string; focus: () => void }>

/**
 * All that is wrong, at the button: whoever looks there need not search a long form. One error alone is where the focus is.
 * Read from the drawn fields, because only they know their labels; it shrinks as they are put right.
 */
const ErrorList = ({ form }: { form: RefObject<HTMLFormElement | null> }) => {
  const { t } = useTranslation("ui")
  const wrong = useWrongFields(form)
  if (wrong.length < 2) return null
  return (
    <Alert variant="light" color="red" title={t("form.wrong", { count: wrong.length })}>
      <List size="sm">
        {wrong.map(({ id, label, error, focus }) => (
          <List.Item key={id}>
            <Anchor component="button" type="button" size="sm" onClick={focus}>
              {label}
            </Anchor>
            : {error}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}

const useWrongFields = (form: RefObject<HTMLFormElement | null>): readonly Wrong[] => {
  const [wrong, setWrong] = useState<readonly Wrong[]>([])
  useEffect(() => {
    const whole = form.current
    if (whole === null) return
    const read = () => setWrong([...whole.querySelectorAll<HTMLElement>(invalid)].map(wrongField))
    const changes = new MutationObserver(read)
    changes.observe(whole, { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-invalid"] })
    read()
    return () => changes.disconnect()
  }, [form])
  return wrong
}

const wrongField = (field: HTMLElement): Wrong => ({
  id: field.id,
  label: nameOf(field),
  error: describedBy(field).find(({ id }) => id.endsWith("-error"))?.textContent ?? "",
  focus: () => field.focus(),
})

const nameOf = (field: HTMLElement): string => {
  const label = (field as HTMLInputElement).labels?.item(0)
  const own = label ? [...label.childNodes].filter((part) => !isAsterisk(part)).map((part) => part.textContent) : []
  return own.join("").trim() || field.getAttribute("aria-label") || ""
}

const isAsterisk = (part: Node): boolean => part instanceof HTMLElement && part.ariaHidden === "true"

const describedBy = (field: HTMLElement): readonly HTMLElement[] =>
  (field.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .flatMap((id) => (id === "" ? [] : (document.getElementById(id) ?? [])))

export default ErrorList
