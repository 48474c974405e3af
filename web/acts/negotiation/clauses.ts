import type { AgreementTextView } from "#contract/agreements"

export type AgreementText = NonNullable<AgreementTextView["text"]>
export type Clause = AgreementText["clauses"][number]
export type Terms = AgreementText["terms"]
export type TermKind = keyof Terms
export type Block = Clause["content"][number]
export type Inline = Readonly<{
  type: string
  text?: string
  attrs?: { kind: TermKind }
  marks?: { type: string }[] | undefined
}>
