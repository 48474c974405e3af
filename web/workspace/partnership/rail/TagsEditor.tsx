import { TagsInput } from "@mantine/core"
import { type KeyboardEvent, useState } from "react"
import { tagsIn } from "#acts/tagging"
import { useEndpoint } from "#client/useEndpoint"
import { listTags, mostTagLength, mostTags } from "#contract/partnerships"

type TagsEditorProps = {
  field: { label: string; classNames: object; error: string | undefined; readOnly: boolean; autoFocus: boolean }
  /** The tags as one text, apart by commas. */
  value: string
  onChange: (value: string) => void
  onDone: (value: string) => void
  onCancel: () => void
}

/** So many are offered at a time: typing narrows them. */
const mostOffered = 30

/** Tags one by one, with those that the workspace has already. Enter takes what is typed, and with nothing typed keeps them all. */
export const TagsEditor = ({ field, value, onChange, onDone, onCancel }: TagsEditorProps) => {
  const known = useEndpoint(listTags, {}).data?.items.map(({ tag }) => tag) ?? []
  const [typed, setTyped] = useState("")
  const tags = tagsIn(value)
  // What was begun counts, too, when somebody goes elsewhere.
  const whole = () => tagsIn(`${value},${typed}`).join(", ")
  return (
    <TagsInput
      {...field}
      size="xs"
      data={known}
      limit={mostOffered}
      maxTags={mostTags}
      // What is offered stands in the rail: beside the page it would be in no landmark.
      comboboxProps={{ withinPortal: false }}
      splitChars={[","]}
      value={tags}
      searchValue={typed}
      onSearchChange={(text) => setTyped(text.slice(0, mostTagLength))}
      onChange={(next) => onChange(next.map((tag) => tag.slice(0, mostTagLength)).join(", "))}
      onBlur={() => (field.error === undefined ? onDone(whole()) : onCancel())}
      onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
        if (event.key === "Escape") onCancel()
        const isChoosing = event.currentTarget.getAttribute("aria-activedescendant")
        if (event.key !== "Enter" || typed.trim() !== "" || isChoosing) return
        event.preventDefault()
        onDone(value)
      }}
    />
  )
}
