import { VisuallyHidden } from "@mantine/core"
import { useDebouncedValue } from "@mantine/hooks"
import { type KeyboardEvent, type RefObject, useId, useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useEndpoint } from "#client/useEndpoint"
import { listMentionablePeople } from "#contract/discussions"
import type { OutputOf } from "#core/endpoint"
import { AreaField } from "#ui/fields"
import { SideBadge } from "#ui/SideBadge"
import classes from "./discussion.module.css"
import type { ThreadPlace } from "./place.ts"
import { nameAt } from "./words.ts"

type Person = OutputOf<typeof listMentionablePeople>["items"][number]

type MentionFieldProps = {
  thread: ThreadPlace
  label: string
  value: string
  onChange: (text: string) => void
  onPerson: (person: Person) => void
  /** Ctrl+Enter or Command+Enter. */
  onSend: () => void
  onCancel?: () => void
  error?: string | undefined
  description?: string
  hasFocus?: boolean
}

/** A text in which @ offers the people who may read it: chosen by arrows and Enter, or by pointing. */
export const MentionField = ({
  thread,
  onSend,
  onCancel,
  onChange,
  onPerson,
  hasFocus,
  ...field
}: MentionFieldProps) => {
  const { t } = useTranslation("discussion")
  const listId = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const offer = useOffer(thread, area)
  const choose = (person: Person | undefined) => {
    if (!person || !offer.typed) return
    const { from, name } = offer.typed
    const before = `${field.value.slice(0, from)}@${person.name} `
    onPerson(person)
    onChange(before + field.value.slice(from + 1 + name.length).trimStart())
    offer.close()
    requestAnimationFrame(() => area.current?.setSelectionRange(before.length, before.length))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSend()
    } else if (event.nativeEvent.isComposing) return
    else if (offer.isOpen && offer.onKey(event.key)) event.preventDefault()
    else if (offer.isOpen && (event.key === "Enter" || event.key === "Tab") && offer.active) {
      event.preventDefault()
      choose(offer.active)
    } else if (event.key === "Escape" && onCancel) onCancel()
  }
  return (
    <div className={classes.field}>
      <AreaField
        {...field}
        ref={area}
        dir="auto"
        minRows={2}
        autoFocus={hasFocus ?? false}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={offer.isOpen ? listId : undefined}
        aria-activedescendant={offer.isOpen && offer.active ? `${listId}-${offer.active.id}` : undefined}
        // Escape then closes the list, not the drawer around it.
        data-mantine-stop-propagation={offer.isOpen}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value)
          offer.look(currentTarget.value)
        }}
        onSelect={() => offer.look(area.current?.value ?? "")}
        onBlur={offer.close}
        onKeyDown={onKeyDown}
      />
      <VisuallyHidden role="status">{offer.isOpen ? t("people", { count: offer.people.length }) : ""}</VisuallyHidden>
      {offer.isOpen ? <People id={listId} offer={offer} onChoose={choose} /> : null}
    </div>
  )
}

type Offer = ReturnType<typeof useOffer>

const People = ({ id, offer, onChoose }: { id: string; offer: Offer; onChoose: (person: Person) => void }) => {
  const { t } = useTranslation("discussion")
  if (offer.people.length === 0) return <p className={classes.nobody}>{t("people", { count: 0 })}</p>
  return (
    <div id={id} role="listbox" tabIndex={-1} aria-label={t("peopleList")} className={classes.people}>
      {offer.people.map((person) => (
        <div
          key={person.id}
          id={`${id}-${person.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={person === offer.active}
          className={classes.person}
          // The field keeps the focus.
          onMouseDown={(event) => {
            event.preventDefault()
            onChoose(person)
          }}
        >
          <bdi>{person.name}</bdi>
          <SideBadge side={person.side} party={person.partyId} name={person.partyName} />
        </div>
      ))}
    </div>
  )
}

/** Who is offered for the name behind the @ at the caret. */
const useOffer = (thread: ThreadPlace, area: RefObject<HTMLTextAreaElement | null>) => {
  const [typed, setTyped] = useState<ReturnType<typeof nameAt>>()
  const [at, setAt] = useState(0)
  const [text] = useDebouncedValue(typed?.name, 120)
  const found = useEndpoint(
    listMentionablePeople,
    { query: { ...thread, text: text ?? "" } },
    { isEnabled: typed !== undefined && text !== undefined, keepsPrevious: true },
  )
  const people = typed === undefined ? [] : (found.data?.items ?? [])
  // Behind a whole name a sentence goes on: the list is then in nobody's way.
  const isOpen = typed !== undefined && found.data !== undefined && (people.length > 0 || !typed.name.includes(" "))
  return {
    typed,
    people,
    isOpen,
    active: people[Math.min(at, people.length - 1)],
    look: (now: string) => {
      const { selectionStart = now.length, selectionEnd } = area.current ?? {}
      const next =
        selectionStart === selectionEnd || selectionEnd === undefined ? nameAt(now, selectionStart) : undefined
      if (next?.name !== typed?.name || next?.from !== typed?.from) setAt(0)
      setTyped(next)
    },
    close: () => setTyped(undefined),
    /** True where the key was the list's. */
    onKey: (key: string): boolean => {
      const count = people.length
      if (key === "Escape") setTyped(undefined)
      else if (key === "ArrowDown" && count > 0) setAt((at + 1) % count)
      else if (key === "ArrowUp" && count > 0) setAt((at + count - 1) % count)
      else return false
      return true
    },
  }
}
