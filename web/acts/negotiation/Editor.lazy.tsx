import { Alert, Button, Group } from "@mantine/core"
import { Bold } from "@tiptap/extension-bold"
import { HardBreak } from "@tiptap/extension-hard-break"
import { Italic } from "@tiptap/extension-italic"
import { BulletList, ListItem, ListKeymap, OrderedList } from "@tiptap/extension-list"
import { Paragraph } from "@tiptap/extension-paragraph"
import { Text } from "@tiptap/extension-text"
import { Underline } from "@tiptap/extension-underline"
import { Dropcursor, Gapcursor, UndoRedo } from "@tiptap/extensions"
import { EditorContent, useEditor } from "@tiptap/react"
import { lazy, Suspense, useState } from "react"
import { useTranslation } from "react-i18next"
import type { AgreementTextView } from "#contract/agreements"
import { ErrorLine } from "#ui/Form"
import { AreaField } from "#ui/fields"
import { Panel } from "#ui/Panel"
import { AskEnds } from "./AskEnds.tsx"
import { lastClause, putBelow } from "./clauseActs.ts"
import type { TermKind, Terms } from "./clauses.ts"
import { toClauses, toDocument } from "./convert.ts"
import { Library } from "./Library.tsx"
import classes from "./negotiation.module.css"
import { ClauseBlock, ClauseDocument, ClauseHeading, ClauseKeys, TermPlace } from "./nodes.ts"
import { endingWith, type PromisedLine } from "./promised.ts"
import { TermFields } from "./TermFields.tsx"
import { Toolbar } from "./Toolbar.tsx"
import { TermValues } from "./termValues.ts"
import { useSaving } from "./useSaving.ts"

const LeavingGuard = lazy(() => import("#ui/form/LeavingGuard.lazy"))

const extensionsOf = (draftId: string) => [
  ...[
    ClauseDocument,
    ClauseBlock.configure({ origin: draftId }),
    ClauseHeading,
    ClauseKeys,
    TermPlace,
    Paragraph,
    Text,
    HardBreak,
  ],
  ...[Bold, Italic, Underline, BulletList, OrderedList, ListItem, ListKeymap, UndoRedo, Dropcursor, Gapcursor],
]

type Asked = Readonly<{ lines: readonly PromisedLine[]; go: () => Promise<void> }>
type EditorProps = { view: AgreementTextView; hasLibrary: boolean; onClose: () => void }

/** The whole text as one writes it; saved as the host's own, or put to the other side as proposals. */
const Editor = ({ view, hasLibrary, onClose }: EditorProps) => {
  const { t } = useTranslation("negotiation")
  const [terms, setTerms] = useState<Terms>(view.text?.terms ?? {})
  const [isDirty, setDirty] = useState(false)
  const [reason, setReason] = useState("")
  const editor = useEditor({
    extensions: extensionsOf(view.draftId),
    content: toDocument(view.text ?? { clauses: [] }),
    injectCSS: false,
    editorProps: { attributes: { "aria-label": t("text"), class: classes.writing ?? "", role: "textbox" } },
    onUpdate: () => setDirty(true),
  })
  const isOwn = view.abilities.write === true
  const { save, isSaving, problem } = useSaving(view, { onDone: onClose })
  const [asked, setAsked] = useState<Asked | null>(null)
  const send = (sends: boolean) => {
    const now = { ...wanted(), reason, sends }
    const lines = endingWith(view.promised, view.text?.clauses ?? [], now.clauses)
    if (lines.length === 0) void save(now)
    else setAsked({ lines, go: () => save(now) })
  }
  const wanted = () => ({ clauses: toClauses(editor.getJSON()), terms })
  const changeTerms = (now: Terms) => {
    setTerms(now)
    setDirty(true)
  }
  return (
    <TermValues value={terms}>
      <Suspense>
        <LeavingGuard holds={() => isDirty && !isSaving} />
      </Suspense>
      {asked === null ? null : (
        <AskEnds
          lines={asked.lines}
          onClose={() => setAsked(null)}
          onGo={() => {
            setAsked(null)
            void asked.go()
          }}
        />
      )}
      {isOwn ? null : <Alert variant="light">{t("edit.proposing", { number: view.number ?? 0 })}</Alert>}
      <div className={classes.bar}>
        <Toolbar editor={editor} />
        <Group gap="xs">
          <Button size="xs" loading={isSaving} onClick={() => send(true)}>
            {t(isOwn ? "edit.save" : "edit.send")}
          </Button>
          {isOwn ? null : (
            <Button size="xs" variant="default" loading={isSaving} onClick={() => send(false)}>
              {t("edit.keep")}
            </Button>
          )}
          <Button size="xs" variant="subtle" onClick={onClose}>
            {t("edit.cancel")}
          </Button>
        </Group>
        <ErrorLine problem={problem} />
      </div>
      <div className={classes.page}>
        <Panel title={t("text")} isFlush>
          <EditorContent editor={editor} />
          <Group p="sm">
            <Button variant="default" size="xs" onClick={() => putBelow(editor, lastClause(editor))}>
              {t("edit.add")}
            </Button>
          </Group>
        </Panel>
        <div className={classes.beside}>
          {isOwn ? null : (
            <Panel>
              <AreaField
                label={t("edit.reason")}
                description={t("edit.reasonHint")}
                maxLength={2_000}
                value={reason}
                onChange={({ currentTarget: { value } }) => setReason(value)}
              />
            </Panel>
          )}
          {hasLibrary ? (
            <Library
              partnershipId={view.partnershipId}
              onText={(text) => {
                editor.commands.setContent(toDocument(text), { emitUpdate: true })
                changeTerms({ ...terms, ...text.terms })
              }}
              onClause={({ clause, terms: brought }) => {
                putBelow(editor, lastClause(editor), clause)
                changeTerms({ ...brought, ...terms })
              }}
            />
          ) : null}
          <TermFields
            terms={terms}
            currency={view.currency}
            onChange={changeTerms}
            onInsert={(kind: TermKind) => editor.chain().focus().insertContent({ type: "term", attrs: { kind } }).run()}
          />
        </div>
      </div>
    </TermValues>
  )
}

export default Editor
