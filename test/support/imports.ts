import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { expect } from "vitest"
import * as contract from "#contract/imports"
import type { Answers } from "#core/importable/remark"
import type { Caller } from "./keelson.ts"

type Decided = Parameters<Caller["call"]>[1] & { kind?: string; answers?: Answers }

const settled = ["uploaded", "checked", "imported", "failed", "undone"]

/** Waits until nobody works on the import any more. */
export const untilSettled = async (caller: Caller, id: string) => {
  for (;;) {
    const { body } = await caller.call(contract.getImport, { import: id })
    if (settled.includes(body.state)) return body
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** A file with what people exported, as it went wrong once (test/data/field). */
export const fieldFile = (path: string) => ({
  name: basename(path),
  content: new Uint8Array(readFileSync(`test/data/field/${path}`)),
})

type File = ReturnType<typeof fieldFile> | string

/** Hands a file over and decides how it is read. */
export const receive = async (caller: Caller, from: File, decided: Decided = {}) => {
  const file = typeof from === "string" ? { name: "file.csv", content: from } : from
  const { body, status } = await caller.call(contract.uploadImport, {}, { file })
  expect({ status, body }).toMatchObject({ status: 201 })
  if (Object.keys(decided).length > 0) {
    const answer = await caller.call(contract.decideImport, { import: body.id, ...decided })
    expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 })
  }
  return body.id
}

const ofUnsaid = ["not-said", "filled-in", "owner-unsaid"]

/** Nearly every small file leaves something unsaid that is filled in and told: `unsaid` has it, and `summary.remarks` what else is told. */
const apart = (run: Awaited<ReturnType<typeof untilSettled>>) => {
  const remarks = run.summary.remarks?.filter(({ code }) => !ofUnsaid.includes(code))
  const unsaid = run.summary.remarks?.filter(({ code }) => ofUnsaid.includes(code)) ?? []
  return { ...run, summary: { ...run.summary, ...(remarks && { remarks }) }, unsaid }
}

/** What a check says of a file. */
export const checkFile = async (caller: Caller, from: File, decided: Decided = {}) => {
  const id = await receive(caller, from, decided)
  const answer = await caller.call(contract.checkImport, { import: id })
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 })
  return apart(await untilSettled(caller, id))
}

/** What came of importing a file. */
export const importFile = async (caller: Caller, from: File, decided: Decided = {}) => {
  const id = await receive(caller, from, decided)
  const answer = await caller.call(contract.startImport, { import: id })
  expect(answer, JSON.stringify(answer.body)).toMatchObject({ status: 200 })
  return apart(await untilSettled(caller, id))
}
