/** Clauses that stand in the place of another one, so that a text never has both. */
const originals: Readonly<Record<string, readonly string[]>> = {
  exclusive: ["non-exclusive"],
  "commission-fixed-term": ["commission"],
  "joint-ip-one-owner": ["joint-ip"],
  "board-voting-by-share": ["board-voting"],
  "confidentiality-one-way": ["confidentiality"],
  escalation: ["escalation-answers"],
  "liability-by-payments": ["liability"],
  "liability-statutory": ["liability", "members-liability"],
  "law-arbitration": ["law-courts", "law-consortium"],
}

/** The clause of a text in whose place this one may be put; none when it stands beside the others. */
export const insteadOf = (key: string, text: readonly string[]): string | undefined =>
  originals[key]?.find((original) => text.includes(original))
