import { Button } from "@mantine/core"
import { useTranslation } from "react-i18next"
import { useActForm } from "#client/useActForm"
import { usePages } from "#client/usePages"
import { listNotes, type Note, writeNote } from "#contract/partnerships"
import { Form } from "#ui/Form"
import { AreaField, CheckField } from "#ui/fields"
import { Panel } from "#ui/Panel"
import { Loaded } from "#ui/states"
import { MomentText } from "#ui/text"
import { VisibilityLock } from "#ui/VisibilityLock"
import classes from "./NotesSection.module.css"

/** What people wrote down: private to one's own side unless shared on purpose. */
export const NotesSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("partnership")
  const notes = usePages(listNotes, { params: { partnership: partnershipId }, query: { limit: 20 } })
  return (
    <Panel title={t("section.notes")} hint={t("notes.hint")}>
      <WriteNote partnershipId={partnershipId} />
      <Loaded from={{ ...notes, data: notes.first && notes.rows }}>
        {(items) =>
          items.length === 0 ? (
            <p className={classes.empty}>{t("notes.empty")}</p>
          ) : (
            <>
              <ol className={classes.notes}>
                {items.map((note) => (
                  <NoteItem key={note.id} note={note} />
                ))}
              </ol>
              {notes.hasMore ? (
                <Button variant="default" size="xs" mt="sm" loading={notes.isMoreLoading} onClick={notes.more}>
                  {t("notes.more")}
                </Button>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Panel>
  )
}

const NoteItem = ({ note }: { note: Note }) => (
  <li className={classes.note} data-private={note.visibility !== "shared" || undefined}>
    <p className={classes.body}>{note.body}</p>
    <p className={classes.meta}>
      {note.authorName} · <MomentText at={note.createdAt} /> <VisibilityLock visibility={note.visibility} />
    </p>
  </li>
)

const WriteNote = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation("partnership")
  const { form, sending } = useActForm(writeNote, {
    initialValues: { body: "", isPrivate: true },
    validate: { body: (text) => (text.trim() === "" ? t("notes.bodyNeeded") : null) },
    argsOf: (input) => ({ params: { partnership: partnershipId }, input }),
    onDone: (): void => form.reset(),
  })
  return (
    <Form
      {...sending}
      submit={t("notes.submit")}
      aside={
        <CheckField
          label={t("notes.private")}
          description={t(form.values.isPrivate ? "notes.privateHint" : "notes.sharedHint")}
          {...form.getInputProps("isPrivate", { type: "checkbox" })}
        />
      }
    >
      <AreaField label={t("notes.body")} minRows={2} {...form.getInputProps("body")} />
    </Form>
  )
}
