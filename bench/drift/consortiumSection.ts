import type { ConsortiumRow } from "./consortium.ts"
import { factsOf } from "./consortiumFacts.ts"
import { table } from "./table.ts"

/** The chapter on 29 companies whose true onsets nobody knows. */
export const consortiumSection = (rows: readonly ConsortiumRow[]): string =>
  `## A real consortium

Contributions of ${rows.length} companies to an open project, 2010 to 2026: [where they come from](../examples/openstack-nova/README.md). Nobody knows the true onsets; the last
contribution is a fact. The facts on the right are public and were not given to the engine; a date beside an onset is no proof of a cause, and who is bought may
only go on under another mail domain.

![Contributions per quarter, the onset found, the day it was seen, the silence](pictures/drift-consortium.svg)

${table(
  [
    "company",
    "last contribution",
    "drifting",
    "since about",
    "between",
    "first seen",
    "silent since",
    "earlier episodes",
    "publicly known",
  ],
  rows.map(({ name, lastAct, finding: { drifting, onset, detectedOn, silentSince, episodes } }) => [
    name,
    lastAct,
    drifting ? "yes" : "no",
    onset?.date ?? "",
    onset ? `${onset.low} and ${onset.high}` : "",
    detectedOn ?? "",
    silentSince ?? "",
    episodes.flatMap((one) => (one.endedOn === null ? [] : [one.onset.date])).join(", "),
    known(name),
  ]),
)}`

const known = (name: string): string =>
  factsOf(name)
    .map(({ on, fact, source }) => `${on}: ${fact} (${source})`)
    .join("; ") || "nothing public known to us"
